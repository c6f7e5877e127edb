// What hosts list to their models of the skills and commands of the projects of a workspace.
import {
  isOverBudget,
  type SkillListing,
  type SkillListings,
  skillListings,
} from '../../hosts/judge/skills/skill-listings';
import { rootOf } from '../../hosts/model/located-file';
import type { Place } from '../../hosts/model/place';
import { perRevision } from '../per-revision';
import type { KnownSkill, WorkspaceView } from '../workspace-view';

/** Null where the room in the host's list is not known. Without the skills of the user, which differ from machine to machine. */
export const projectListings = perRevision((workspace, host): SkillListings | null =>
  skillListings(host, workspace.skillsOf(host).filter(isOfProject)),
);

/** A fast check, before the file is judged: whether a list that one of its skills is in has no room for all descriptions. */
export const isInFullListing = (skills: readonly KnownSkill[], workspace: WorkspaceView): boolean =>
  skills.some((one) => {
    const listing = isOfProject(one) ? listingAt(workspace, one.place) : null;
    return listing !== null && isOverBudget(listing);
  });

/** What the host lists in a session in the project of the place; null where the room in its list is not known. */
export const listingAt = (workspace: WorkspaceView, place: Place): SkillListing | null =>
  projectListings(workspace, place.host)?.at(rootOf(place)) ?? null;

const isOfProject = ({ place }: KnownSkill): boolean => place.location.scope === 'project';

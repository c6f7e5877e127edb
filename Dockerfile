# A container with the command line, built from a release or an unpacked npm package: docker build --tag dossier .
# docker run --rm --volume "$PWD:/repository:ro" dossier check
FROM node:22-alpine
COPY package.json LICENSE ThirdPartyNotices.txt /opt/dossier/
COPY dist/ /opt/dossier/dist/
USER node
WORKDIR /repository
ENTRYPOINT ["node", "/opt/dossier/dist/cli.js"]
CMD ["check"]

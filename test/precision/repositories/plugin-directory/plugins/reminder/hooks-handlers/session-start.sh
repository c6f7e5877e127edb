#!/usr/bin/env bash
cat reminder.txt

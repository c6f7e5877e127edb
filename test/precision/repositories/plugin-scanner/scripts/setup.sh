#!/bin/bash
set -e
command -v scanner

# What the scripts of tools/ share; they source it.

# How long a build from nothing takes, in minutes of processor time, with all that tools/demo needs.
BUILD_MINUTES=6

# usage FILE: prints the comment that the script begins with, and ends it.
usage() {
  sed -n '2,/^[^#]/{/^#/!q;s/^# \{0,1\}//p}' "$1"
  exit 0
}

# wrong_usage SCRIPT OPTION: complains of an argument that the script does not know, and ends it with 2.
wrong_usage() {
  echo "$1: there is no option $2; $1 --help says what it takes" >&2
  exit 2
}

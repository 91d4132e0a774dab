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

# builds_wheels PYTHON: whether it has what a wheel is built with: venv, pip and headers. Says what is missing.
builds_wheels() {
  if ! "$1" -c 'import ensurepip, venv' 2>/dev/null; then
    echo "python3-venv is not installed (tools/setup --python)"
    return 1
  fi
  if ! "$1" -c 'import pathlib, sysconfig; assert (pathlib.Path(sysconfig.get_path("include")) / "Python.h").exists()' 2>/dev/null; then
    echo "Python's headers are not installed (tools/setup --python)"
    return 1
  fi
}

# find_python VERSION…: the first interpreter of these versions that can build wheels, on the PATH or in pyenv.
find_python() {
  local version candidates python
  for version in "$@"; do
    candidates=("python$version")
    if command -v pyenv >/dev/null; then
      candidates+=("$(pyenv root)/versions/$version".*/"bin/python$version")
    fi
    for python in "${candidates[@]}"; do
      # A shim of pyenv is on the PATH also where its version is not chosen.
      if "$python" -c '' 2>/dev/null && builds_wheels "$python" >/dev/null; then
        echo "$python"
        return
      fi
    done
  done
  return 1
}

# python_tag PYTHON: cp311, as the names of wheels have it.
python_tag() { "$1" -c 'import sys; print("cp%d%d" % sys.version_info[:2])'; }

"""Every public function and type has a description in the API reference, and Pipeline::read has all of its own.

    reference.py ROOT WORK_FOLDER

Ends with 77 (skipped) and says so where Doxygen is not installed; tools/setup --docs installs it.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

SKIPPED = 77
KINDS = {"function", "typedef", "enum"}


def text_of(element):
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def description(element):
    return (text_of(element.find("briefdescription")) + " " + text_of(element.find("detaileddescription"))).strip()


def needs_none(member, owner):
    """Copies, moves, destructors and comparisons do what they do everywhere."""
    name, arguments = member.findtext("name"), member.findtext("argsstring") or ""
    plain = owner.split("::")[-1]
    takes_own_kind = re.match(rf"\((const )?{plain} ?(const ?)?&", arguments)
    return name.startswith("~") or name in ("operator==", "operator!=") or (
        name in (plain, "operator=") and bool(takes_own_kind or "=default" in arguments.replace(" ", "")))


def undescribed(folder):
    """Yields every public function and type without a description."""
    for path in sorted(folder.glob("*.xml")):
        for compound in ElementTree.parse(path).getroot().iter("compounddef"):
            owner, kind = compound.findtext("compoundname"), compound.get("kind")
            if kind in ("class", "struct") and compound.get("prot") == "public" and not description(compound):
                yield f"{kind} {owner}"
            if kind not in ("class", "struct", "namespace", "file"):
                continue
            for member in compound.iter("memberdef"):
                public = member.get("prot") == "public" and member.get("kind") in KINDS
                if public and not description(member) and not needs_none(member, owner):
                    location = member.find("location")
                    yield f"{location.get('file')}:{location.get('line')}: {owner}::{member.findtext('name')}"


def main(root, work):
    if not shutil.which("doxygen"):
        print("SKIPPED: Doxygen is not installed; tools/setup --docs installs it")
        sys.exit(SKIPPED)
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    subprocess.run([root / "tools/reference", f"OUTPUT_DIRECTORY={work}", "GENERATE_XML=YES"], check=True)
    read = ElementTree.parse(work / "xml/classentente_1_1Pipeline.xml")
    described = [description(m) for m in read.iter("memberdef") if m.findtext("name") == "read"]
    if not any("16 MB" in text and "Text is never an error" in text for text in described):
        sys.exit(f"the description of Pipeline::read is not in the reference; found {described}")
    missing = sorted(set(undescribed(work / "xml")))
    if missing:
        sys.exit("without a description:\n  " + "\n  ".join(missing))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

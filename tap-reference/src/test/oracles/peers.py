"""What a peer finds in each template of a folder, as JSON.

peers.py cfn-lint|cloudformation-validate FOLDER OUT
"""

import json
import multiprocessing
import os
import sys
import time


def templates():
    found = []
    for parent, _, names in os.walk("."):
        found += [os.path.join(parent, name)[2:] for name in names if name.endswith((".yaml", ".yml", ".json"))]
    return sorted(name.replace(os.sep, "/") for name in found)


def cfn_lint(file):
    from cfnlint.config import ConfigMixIn
    from cfnlint.runner import Runner

    return [
        {
            "rule": match.rule.id,
            "level": match.rule.severity.upper(),
            "line": match.linenumber,
            "path": "/".join(str(part) for part in (getattr(match, "path", None) or [])),
            "message": match.message,
        }
        # What a template's own directives silence is found all the same.
        for match in Runner(
            ConfigMixIn(["--regions", "us-east-1", "--mandatory-checks", "E", "W", "--", file])
        ).run()
    ]


def cloudformation_validate(file, engines=[]):
    from cloudformation_validate import CompositeEngine

    if not engines:
        engines.append(CompositeEngine())
    return [
        {
            "rule": found.rule_id,
            "level": "ERROR" if found.severity.name == "FATAL" else found.severity.name,
            "line": found.start_line or 0,
            "path": place(found),
            "message": found.message,
        }
        for found in engines[0].validate_template(file).diagnostics
    ]


def place(found):
    path = (found.property_path or "").replace(".", "/").replace("[", "/").replace("]", "")
    entity = found.entity
    if entity is None or path.startswith(entity.entity_type.name.capitalize()):
        return path
    return f"{entity.entity_type.name.capitalize()}s/{entity.logical_id}/{path}".rstrip("/")


PEERS = {"cfn-lint": cfn_lint, "cloudformation-validate": cloudformation_validate}


def findings(job):
    peer, file = job
    try:
        return {"findings": PEERS[peer](file)}
    except Exception as error:  # whatever it is, the peer has failed at this file
        return {"crash": f"{type(error).__name__}: {error}", "findings": []}


def main(peer, folder, out):
    os.chdir(folder)
    files = templates()
    start = time.monotonic()
    with multiprocessing.Pool(2) as pool:
        result = dict(zip(files, pool.map(findings, [(peer, file) for file in files], chunksize=4)))
    with open(out, "w", encoding="utf-8") as target:
        json.dump(result, target, indent=1, sort_keys=True)
    print(f"{peer}: {len(files)} files in {time.monotonic() - start:.1f} s")


if __name__ == "__main__":
    main(*sys.argv[1:])

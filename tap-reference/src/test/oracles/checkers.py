"""Asks checkov and the Guard rules of AWS Control Tower about templates, and compares with the exception records in their metadata.

checkers.py CFN-LINT GUARD FOLDER TEMPLATE...: GUARD is where the package with the rules is installed. Prints a line for each finding that no
record answers, and for each record that answers no finding; nothing if all is well. Both checkers see the templates without records.
The rules of Control Tower read no metadata and no short forms of functions, so they get JSON, and their findings are matched here.
checkov reads records itself, so it is asked once more with them. cfn-lint is asked only whether the records for it are needed: that it
has nothing else to say is tested elsewhere.
"""
import json
import os
import platform
import re
import stat
import subprocess
import sys
import tarfile
from pathlib import Path

import yaml



class Loader(yaml.SafeLoader):
    """Reads the short forms of CloudFormation's functions."""


def function(loader, suffix, node):
    name = suffix if suffix in ('Ref', 'Condition') else 'Fn::' + suffix
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
        return {name: value.split('.', 1) if suffix == 'GetAtt' else value}
    if isinstance(node, yaml.SequenceNode):
        return {name: loader.construct_sequence(node, deep=True)}
    return {name: loader.construct_mapping(node, deep=True)}


Loader.add_multi_constructor('!', function)
Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != 'tag:yaml.org,2002:timestamp']
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def records(template):
    """What the records answer: (checker, id, logical id)."""
    found = set()
    for logical_id, resource in template['Resources'].items():
        metadata = resource.get('Metadata', {})
        for skip in metadata.get('checkov', {}).get('skip', []):
            found.add(('checkov', skip['id'], logical_id))
        for rule in metadata.get('guard', {}).get('SuppressedRules', []):
            found.add(('guard', rule, logical_id))
        for rule in metadata.get('cfn-lint', {}).get('config', {}).get('ignore_checks', []):
            found.add(('cfn-lint', rule, logical_id))
        for rule in metadata.get('cfn_nag', {}).get('rules_to_suppress', []):
            found.add(('cfn_nag', rule['id'], logical_id))
    return found


def without_metadata(template):
    return {**template, 'Resources': {
        logical_id: {key: value for key, value in resource.items() if key != 'Metadata'}
        for logical_id, resource in template['Resources'].items()}}


def checkov(folder):
    """The findings for each file of a folder."""
    program = [sys.executable, '-m', 'checkov.main', '-d', str(folder), '--framework', 'cloudformation', '-o', 'json', '--compact',
               '--skip-download', '--skip-results-upload']
    answer = subprocess.run(program, capture_output=True, text=True)
    report = json.loads(answer.stdout)
    if report['results'].get('parsing_errors'):
        sys.exit(f"checkov could not read {report['results']['parsing_errors']}")
    return {(Path(each['file_path']).name, 'checkov', each['check_id'], each['resource'].split('.')[-1])
            for each in report['results']['failed_checks']}


def guard(package, folder):
    machine = {'x86_64': 'x86_64', 'arm64': 'aarch64', 'aarch64': 'aarch64'}[platform.machine()]
    system = {'Linux': 'ubuntu', 'Darwin': 'macos'}[platform.system()]
    program = package / 'bin' / system / machine / 'cfn-guard'
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    answer = subprocess.run(
        [program, 'validate', '--rules', package / 'rules/control-tower/cfn-guard', '--data', folder, '--structured',
         '--output-format', 'json', '--show-summary', 'none'], capture_output=True, text=True)
    found = set()
    for report in json.loads(answer.stdout):
        for failed in report['not_compliant']:
            places = set(re.findall(r'/Resources/(\w+)/', json.dumps(failed)))
            found |= {(Path(report['name']).name, 'guard', failed['Rule']['name'], place) for place in places}
    return found


def lint(program, folder):
    answer = subprocess.run(
        [program, '--include-checks', 'I', '--format', 'json', '--', *sorted(folder.iterdir())], capture_output=True, text=True)
    return {(Path(each['Filename']).name, 'cfn-lint', each['Rule']['Id'], str(each['Location']['Path'][1]))
            for each in json.loads(answer.stdout) if len(each['Location'].get('Path') or []) > 1}


def unpacked(home):
    """The package of rules and program that the installed one carries inside."""
    target = home / 'unpacked'
    if not target.exists():
        archive, = home.rglob('*.jsii.tgz')
        with tarfile.open(archive) as tar:
            tar.extractall(target, filter='data')
    return target / 'package'


def written(folder, templates):
    folder.mkdir(parents=True, exist_ok=True)
    for name, template in templates.items():
        (folder / name).write_text(json.dumps(template, indent=1))
    return folder


def main(linter, home, work, files):
    names = {Path(file).stem + '.json': file for file in files}
    templates = {name: yaml.load(Path(file).read_text(), Loader) for name, file in names.items()}
    bare = written(work / 'bare', {name: without_metadata(template) for name, template in templates.items()})
    found = checkov(bare) | guard(unpacked(home), bare)
    recorded = {(name, *record) for name, template in templates.items() for record in records(template)}
    problems = [(*finding, 'no record') for finding in found - recorded]
    problems += [(*record, 'nothing found') for record in recorded - found - lint(linter, bare)]
    problems += [(*finding, 'the record has no effect')
                 for finding in checkov(written(work / 'full', templates)) & recorded]
    for name, checker, rule, logical_id, problem in sorted(problems):
        print(f'{Path(name).stem}: {checker} {rule} at {logical_id}: {problem}')


if __name__ == '__main__':
    os.environ['BC_SKIP_MAPPING'] = 'TRUE'
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4:])

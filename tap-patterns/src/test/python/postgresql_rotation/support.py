"""Shared by the tests of the rotation: Secrets Manager in memory, certificates for one run, fresh copies of the code."""
import importlib.util
import json
import logging
import os
import secrets
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

from botocore.exceptions import ClientError

SOURCE = Path(__file__).parents[3] / 'main' / 'python' / 'postgresql_rotation' / 'index.py'
ARN = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:database-test-credentials-AbCdEf'
STEPS = 'createSecret', 'setSecret', 'testSecret', 'finishSecret'


class Crash(BaseException):
    """The end of a process, which nothing in it can catch."""


def failure(code):
    return ClientError({'Error': {'Code': code, 'Message': 'about a secret'}}, 'Any')


class NotFound(ClientError):
    def __init__(self):
        super().__init__({'Error': {'Code': 'ResourceNotFoundException', 'Message': 'no version'}}, 'GetSecretValue')


class FakeSecrets:
    """One secret: its versions and labels move as Secrets Manager moves them, and what is not allowed fails as there."""

    exceptions = SimpleNamespace(ResourceNotFoundException=NotFound)

    def __init__(self, content):
        self.rotates = True
        self.texts = {'first': json.dumps(content)}
        self.labels = {'first': ['AWSCURRENT']}
        self.crash_after = None
        self.fault = None
        self.calls = []

    def start_rotation(self, version=None):
        """RotateSecret: a version that is pending and empty."""
        version = version or secrets.token_hex(16)
        waiting = [known for known, labels in self.labels.items() if 'AWSPENDING' in labels]
        assert all('AWSCURRENT' in self.labels[known] for known in waiting), 'another rotation is under way'
        self.labels[version] = ['AWSPENDING']
        return version

    def content(self, label):
        return next(json.loads(self.texts[known]) for known, labels in self.labels.items() if label in labels)

    def passwords(self):
        return [json.loads(text)['password'] for text in self.texts.values()]

    def describe_secret(self, SecretId):
        self._called('describe_secret', SecretId)
        return {'RotationEnabled': self.rotates, 'VersionIdsToStages': {
            known: list(labels) for known, labels in self.labels.items() if labels}}

    def get_secret_value(self, SecretId, VersionStage, VersionId=None):
        self._called('get_secret_value', SecretId)
        for known, labels in self.labels.items():
            if VersionStage in labels and VersionId in (None, known) and known in self.texts:
                return {'SecretString': self.texts[known], 'VersionId': known}
        raise NotFound()

    def put_secret_value(self, SecretId, ClientRequestToken, VersionStages, SecretString):
        self._called('put_secret_value', SecretId)
        if self.texts.get(ClientRequestToken, SecretString) != SecretString:
            raise failure('ResourceExistsException')
        self.texts[ClientRequestToken] = SecretString
        for labels in self.labels.values():
            labels[:] = [label for label in labels if label not in VersionStages]
        self.labels.setdefault(ClientRequestToken, []).extend(VersionStages)
        self._crash('put_secret_value')

    def update_secret_version_stage(self, SecretId, VersionStage, MoveToVersionId, RemoveFromVersionId):
        self._called('update_secret_version_stage', SecretId)
        if VersionStage not in self.labels[RemoveFromVersionId]:
            raise failure('InvalidParameterException')
        for labels in self.labels.values():
            labels[:] = [label for label in labels if label != 'AWSPREVIOUS']
        self.labels[RemoveFromVersionId][:] = ['AWSPREVIOUS']
        self.labels[MoveToVersionId][:] = [VersionStage]
        self._crash('update_secret_version_stage')

    def _called(self, operation, secret):
        assert secret == ARN, secret
        self.calls.append(operation)
        if self.fault:
            raise self.fault

    def _crash(self, operation):
        if self.crash_after == operation:
            self.crash_after = None
            raise Crash(operation)


class Function:
    """A fresh copy of the function, as a new process would have it; its log is kept."""

    def __init__(self, store, authority=None):
        self.lines, self.configs = [], {}

        def client(service, config=None):
            self.configs[service] = config
            return store

        spec = importlib.util.spec_from_file_location('postgresql_rotation_index', SOURCE)
        self.index = importlib.util.module_from_spec(spec)
        variables = {'DATABASE_CA': authority.read_text()} if authority else {}
        with mock.patch.dict(os.environ, variables), mock.patch('boto3.client', client):
            spec.loader.exec_module(self.index)
        sink = logging.Handler()
        sink.emit = lambda record: self.lines.append(record.getMessage())
        self.index.LOG.handlers = [sink]

    def step(self, name, version):
        event = {'Step': name, 'SecretId': ARN, 'ClientRequestToken': version}
        return self.index.handler(event, SimpleNamespace(aws_request_id='request-1'))

    def codes(self):
        return [json.loads(line)['code'] for line in self.lines]


class Authority:
    """A certificate authority, made for one run, and a certificate of its for some names."""

    def __init__(self, folder, name):
        self.folder = Path(folder) / name
        self.folder.mkdir()
        self.certificate = self.folder / 'authority.pem'
        self._key(self.folder / 'authority.key')
        self._openssl('req', '-x509', '-new', '-key', 'authority.key', '-subj', f'/CN={name}', '-days', '2',
                      '-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign',
                      '-out', 'authority.pem')

    def issue(self, names):
        """The files of a certificate and its key."""
        self._key(self.folder / 'server.key')
        self._openssl('req', '-new', '-key', 'server.key', '-subj', '/CN=server', '-out', 'server.csr')
        (self.folder / 'names').write_text(f'subjectAltName={names}\nbasicConstraints=CA:FALSE\n')
        self._openssl('x509', '-req', '-in', 'server.csr', '-CA', 'authority.pem', '-CAkey', 'authority.key',
                      '-CAcreateserial', '-days', '2', '-extfile', 'names', '-out', 'server.pem')
        return self.folder / 'server.pem', self.folder / 'server.key'

    def _key(self, file):
        self._openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', str(file))

    def _openssl(self, *arguments):
        if not shutil.which('openssl'):
            raise RuntimeError('these tests need openssl (on Debian and Ubuntu: apt-get install openssl)')
        subprocess.run(['openssl', *arguments], cwd=self.folder, check=True, capture_output=True, timeout=60)


def scratch(test):
    """A folder that lives as long as a test class."""
    folder = tempfile.mkdtemp(prefix='tap-rotation-')
    test.addClassCleanup(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)

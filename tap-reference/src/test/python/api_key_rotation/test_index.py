import importlib.util
import json
import logging
import re
import secrets
import unittest
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

from botocore.exceptions import ClientError, ConnectTimeoutError

SOURCE = Path(__file__).parents[3] / 'main' / 'python' / 'api_key_rotation' / 'index.py'
ARN = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:transaction-api-test-key-AbCdEf'
STEPS = 'createSecret', 'setSecret', 'testSecret', 'finishSecret'
FIRST = {'apiKey': 'k' * 48, 'note': 'kept'}


def failure(code):
    return ClientError({'Error': {'Code': code, 'Message': 'about a secret'}}, 'Any')


class NotFound(ClientError):
    def __init__(self):
        super().__init__({'Error': {'Code': 'ResourceNotFoundException', 'Message': 'no version'}}, 'GetSecretValue')


class FakeSecrets:
    """One secret: its versions and labels move as Secrets Manager moves them."""

    exceptions = SimpleNamespace(ResourceNotFoundException=NotFound)

    def __init__(self):
        self.rotates, self.fault = True, None
        self.texts = {'first': json.dumps(FIRST)}
        self.labels = {'first': ['AWSCURRENT']}

    def start_rotation(self):
        version = secrets.token_hex(16)
        self.labels[version] = ['AWSPENDING']
        return version

    def content(self, label):
        return next(json.loads(self.texts[known]) for known, labels in self.labels.items() if label in labels)

    def _called(self, secret):
        assert secret == ARN, secret
        if self.fault:
            raise self.fault

    def describe_secret(self, SecretId):
        self._called(SecretId)
        return {'RotationEnabled': self.rotates, 'VersionIdsToStages': {
            known: list(labels) for known, labels in self.labels.items() if labels}}

    def get_secret_value(self, SecretId, VersionStage, VersionId=None):
        self._called(SecretId)
        for known, labels in self.labels.items():
            if VersionStage in labels and VersionId in (None, known) and known in self.texts:
                return {'SecretString': self.texts[known]}
        raise NotFound()

    def put_secret_value(self, SecretId, ClientRequestToken, VersionStages, SecretString):
        self._called(SecretId)
        if self.texts.get(ClientRequestToken, SecretString) != SecretString:
            raise failure('ResourceExistsException')
        self.texts[ClientRequestToken] = SecretString

    def update_secret_version_stage(self, SecretId, VersionStage, MoveToVersionId, RemoveFromVersionId):
        self._called(SecretId)
        if VersionStage not in self.labels[RemoveFromVersionId]:
            raise failure('InvalidParameterException')
        for labels in self.labels.values():
            labels[:] = [label for label in labels if label != 'AWSPREVIOUS']
        self.labels[RemoveFromVersionId][:] = ['AWSPREVIOUS']
        self.labels[MoveToVersionId][:] = [VersionStage]


class RotationTest(unittest.TestCase):
    def setUp(self):
        self.store, self.lines, self.config = FakeSecrets(), [], None

        def client(service, config=None):
            self.assertEqual('secretsmanager', service)
            self.config = config
            return self.store

        spec = importlib.util.spec_from_file_location('api_key_rotation_index', SOURCE)
        self.index = importlib.util.module_from_spec(spec)
        with mock.patch('boto3.client', client):
            spec.loader.exec_module(self.index)
        sink = logging.Handler()
        sink.emit = lambda record: self.lines.append(record.getMessage())
        self.index.LOG.handlers = [sink]

    def step(self, name, version, secret=ARN):
        event = {'Step': name, 'SecretId': secret, 'ClientRequestToken': version}
        return self.index.handler(event, SimpleNamespace(aws_request_id='request-1'))

    def codes(self):
        return [json.loads(line)['code'] for line in self.lines]

    def test_three_rotations_with_each_step_twice(self):
        keys = [FIRST['apiKey']]
        for _ in range(3):
            version = self.store.start_rotation()
            for name in STEPS:
                self.step(name, version)
                self.step(name, version)
            keys.append(self.store.content('AWSCURRENT')['apiKey'])
            self.assertEqual(keys[-2], self.store.content('AWSPREVIOUS')['apiKey'])
            self.assertEqual('kept', self.store.content('AWSCURRENT')['note'])
        self.assertEqual(4, len(set(keys)))
        for key in keys[1:]:
            self.assertRegex(key, re.compile('^[A-Za-z0-9]{48}$'))
        self.assertEqual(['Created', 'AlreadyCreated', 'NothingToSet', 'NothingToSet', 'Tested', 'Tested', 'Finished',
                          'AlreadyCurrent'] * 3, self.codes())

    def test_a_repeated_creation_keeps_the_key(self):
        version = self.store.start_rotation()
        self.step('createSecret', version)
        created = self.store.texts[version]
        self.step('createSecret', version)
        self.assertEqual(created, self.store.texts[version])

    def test_what_is_not_pending_is_refused(self):
        self.store.labels['other'] = ['AWSPREVIOUS']
        for version in ('other', 'unknown'):
            with self.assertRaises(self.index.InvalidRequest):
                self.step('createSecret', version)

    def test_a_secret_that_does_not_rotate_is_refused(self):
        self.store.rotates = False
        with self.assertRaises(self.index.InvalidRequest):
            self.step('createSecret', self.store.start_rotation())

    def test_malformed_events_are_refused(self):
        good = {'Step': 'testSecret', 'SecretId': ARN, 'ClientRequestToken': 'v'}
        for bad in (None, [], {}, {**good, 'Step': 'other'}, {**good, 'SecretId': 1},
                    {key: value for key, value in good.items() if key != 'ClientRequestToken'}):
            with self.assertRaises(self.index.InvalidRequest):
                self.index.handler(bad, SimpleNamespace(aws_request_id='request-1'))

    def test_a_bad_pending_key_fails_the_test(self):
        for text in ('', 'no json', '[]', '{}', json.dumps(FIRST), json.dumps({'apiKey': 'short'}),
                     json.dumps({'apiKey': ['x'] * 48})):
            version = self.store.start_rotation()
            self.store.texts[version] = text
            with self.subTest(text), self.assertRaises(self.index.InvalidSecret):
                self.step('testSecret', version)
        with self.assertRaises(self.index.InvalidSecret):
            self.step('testSecret', self.store.start_rotation())

    def test_without_a_current_version_nothing_is_made(self):
        self.store.labels['first'] = []
        version = self.store.start_rotation()
        for name in ('createSecret', 'finishSecret'):
            with self.assertRaises(self.index.InvalidSecret):
                self.step(name, version)
        self.assertNotIn(version, self.store.texts)

    def test_faults_are_raised_without_what_they_say(self):
        for fault, code in ((failure('AccessDeniedException'), 'AccessDeniedException'),
                            (ConnectTimeoutError(endpoint_url='x'), 'ConnectTimeoutError')):
            self.store.fault = fault
            with self.assertRaises(self.index.ServiceFailure) as raised:
                self.step('createSecret', 'v')
            self.assertEqual(code, str(raised.exception))
            self.assertEqual(code, self.codes()[-1])

    def test_no_key_is_logged(self):
        version = self.store.start_rotation()
        for name in STEPS:
            self.step(name, version)
        for text in (FIRST['apiKey'], self.store.content('AWSCURRENT')['apiKey']):
            self.assertNotIn(text, ''.join(self.lines))
        self.assertEqual({'requestId', 'step', 'version', 'code'}, set(json.loads(self.lines[0])))

    def test_the_client_gives_up_in_time(self):
        self.assertLessEqual(self.config.connect_timeout, 5)
        self.assertLessEqual(self.config.read_timeout, 10)


if __name__ == '__main__':
    unittest.main()

"""The steps against Secrets Manager in memory, the client against servers that lie; needs botocore and openssl, no network."""
import base64
import contextlib
import hashlib
import hmac
import json
import re
import socket
import ssl
import struct
import threading
import unittest
from unittest import mock

from botocore.exceptions import ReadTimeoutError
from support import SOURCE, STEPS, Authority, FakeSecrets, Function, failure, scratch

CONTENT = {'username': 'user', 'password': 'CurrentPassword', 'engine': 'postgres', 'host': 'localhost', 'port': 5432,
           'dbname': 'payments'}


class FakeDatabase:
    """The one role of a database: logs in who has its password, and takes a verifier as a new one."""

    def __init__(self, index, password):
        self.index, self.accepts, self.statements, self.logins = index, lambda other: other == password, [], []
        index.session = self.session

    @contextlib.contextmanager
    def session(self, content):
        self.logins.append(content['password'])
        if not self.accepts(content['password']):
            raise self.index.WrongPassword('28P01')
        yield self

    def query(self, statement):
        self.statements.append(statement)
        found = re.fullmatch(r"ALTER ROLE CURRENT_USER PASSWORD 'SCRAM-SHA-256\$4096:(.+)\$(.+):(.+)'", statement)
        if not found:
            assert statement == 'SELECT current_user', statement
            return [['user']]
        salt, stored, server = (base64.b64decode(text) for text in found.groups())

        def accepts(password):
            salted = hashlib.pbkdf2_hmac('sha256', password.encode(), salt, 4096)
            client = hmac.digest(salted, b'Client Key', 'sha256')
            return hashlib.sha256(client).digest() == stored and hmac.digest(salted, b'Server Key', 'sha256') == server

        self.accepts = accepts


class StepTest(unittest.TestCase):
    def setUp(self):
        self.store = FakeSecrets(CONTENT)
        self.function = Function(self.store)
        self.database = FakeDatabase(self.function.index, CONTENT['password'])
        self.version = self.store.start_rotation()

    def step(self, name, version=None):
        self.function.step(name, version or self.version)
        return self.function.codes()[-1]

    def fails(self, error, name, message='', version=None):
        with self.assertRaisesRegex(getattr(self.function.index, error), message) as caught:
            self.step(name, version)
        self.assertEqual(error, type(caught.exception).__name__)
        return caught.exception

    def rewrite(self, **changes):
        self.store.texts['first'] = json.dumps({**CONTENT, **changes})

    def test_a_rotation(self):
        self.assertEqual(['Created', 'Set', 'Tested', 'Finished'], [self.step(name) for name in STEPS])
        new = self.store.content('AWSCURRENT')
        self.assertEqual({**CONTENT, 'password': new['password']}, new)
        self.assertRegex(new['password'], '^[A-Za-z0-9]{48}$')
        self.assertEqual(CONTENT, self.store.content('AWSPREVIOUS'))
        self.assertTrue(self.database.accepts(new['password']))
        self.assertFalse(self.database.accepts(CONTENT['password']))

    def test_every_step_may_be_repeated(self):
        for name, again in zip(STEPS, ('AlreadyCreated', 'AlreadySet', 'Tested', 'AlreadyCurrent')):
            self.step(name)
            self.assertEqual(again, self.step(name))

    def test_passwords_differ(self):
        made = set()
        for _ in range(20):
            for name in STEPS:
                self.step(name)
            self.version = self.store.start_rotation()
            made.add(self.store.content('AWSCURRENT')['password'])
        self.assertEqual(20, len(made))

    def test_no_statement_holds_a_password(self):
        for name in STEPS:
            self.step(name)
        self.assertEqual(2, len(self.database.statements))
        for password in self.store.passwords():
            for statement in self.database.statements:
                self.assertNotIn(password, statement)

    def test_verifiers_are_salted(self):
        verifier = self.function.index.verifier
        self.assertEqual(5, len({verifier('password').split('$')[1] for _ in range(5)}))
        self.assertEqual(5, len({verifier('password').split('$')[2] for _ in range(5)}))

    def test_a_normal_rotation_tries_no_wrong_password(self):
        for name in STEPS:
            self.step(name)
        self.assertEqual(self.store.passwords(), self.database.logins)

    def test_requests_that_are_none(self):
        for name in ('deleteSecret', '', None):
            with self.subTest(name), self.assertRaisesRegex(self.function.index.InvalidRequest, 'Step'):
                self.step(name)
        with self.assertRaises(self.function.index.InvalidRequest):
            self.function.index.handler(None, mock.Mock(aws_request_id='request-1'))
        self.fails('InvalidRequest', 'createSecret', 'not pending', version='another')
        self.store.rotates = False
        self.fails('InvalidRequest', 'createSecret', 'does not rotate')
        self.assertEqual(1, len(self.store.texts))

    def test_secrets_that_open_no_database(self):
        for changes, field in (({'host': ''}, 'host'), ({'host': 5}, 'host'), ({'port': '0'}, 'port'),
                               ({'port': 65536}, 'port'), ({'port': None}, 'port'), ({'port': 'five'}, 'port'),
                               ({'username': 'na\0me'}, 'username'), ({'password': 'pass\u00e9'}, 'password'),
                               ({'password': ''}, 'password'), ({'dbname': 'a\0b'}, 'dbname')):
            with self.subTest(changes):
                self.rewrite(**changes)
                self.fails('InvalidSecret', 'createSecret', f'^{field}$')
        for text in ('no json', '"text"', '[]'):
            with self.subTest(text):
                self.store.texts['first'] = text
                self.fails('InvalidSecret', 'createSecret')

    def test_versions_of_different_databases(self):
        self.step('createSecret')
        for changes in ({'host': 'other'}, {'port': 5433}, {'username': 'other'}):
            with self.subTest(changes):
                self.rewrite(**changes)
                self.fails('InvalidSecret', 'setSecret', 'different')
        self.assertEqual([], self.database.logins)

    def test_steps_out_of_order(self):
        self.fails('InvalidSecret', 'setSecret', 'pending')
        self.fails('InvalidSecret', 'testSecret', 'pending')

    def test_another_user_than_the_secrets(self):
        self.step('createSecret')
        self.step('setSecret')
        with mock.patch.object(self.database, 'query', lambda statement: [['somebody']]):
            self.fails('DatabaseError', 'testSecret', 'another user')

    def test_a_previous_version_of_another_database_is_not_tried(self):
        self.store.texts['old'] = json.dumps({**CONTENT, 'host': 'other', 'password': 'OldPassword'})
        self.store.labels['old'] = ['AWSPREVIOUS']
        self.database.accepts = lambda password: password == 'OldPassword'
        self.step('createSecret')
        self.fails('WrongPassword', 'setSecret', 'neither')
        self.assertNotIn('OldPassword', self.database.logins)

    def test_faults_of_the_service_are_raised_by_their_code_alone(self):
        for fault, code in ((failure('AccessDeniedException'), 'AccessDeniedException'),
                            (ReadTimeoutError(endpoint_url='https://x'), 'ReadTimeoutError')):
            with self.subTest(code):
                self.store.fault = fault
                error = self.fails('ServiceFailure', 'createSecret', f'^{code}$')
                self.assertEqual((None, True), (error.__cause__, error.__suppress_context__))

    def test_the_client_has_time_outs_and_retries(self):
        config = self.function.configs['secretsmanager']
        self.assertEqual((2, 5), (config.connect_timeout, config.read_timeout))
        self.assertEqual({'mode': 'standard', 'total_max_attempts': 3}, config.retries)

    def test_logs_hold_no_secret(self):
        for name in STEPS:
            self.step(name)
        self.store.texts[self.version] = json.dumps({**self.store.content('AWSCURRENT'), 'host': ''})
        self.store.start_rotation('second')
        self.fails('InvalidSecret', 'createSecret', version='second')
        self.store.fault = failure('AccessDeniedException')
        self.fails('ServiceFailure', 'createSecret', version='second')
        self.assertEqual(['InvalidSecret', 'AccessDeniedException'], self.function.codes()[-2:])
        for line in self.function.lines:
            self.assertEqual({'requestId', 'step', 'version', 'code'}, set(json.loads(line)))
            for secret in (*self.store.passwords(), 'user', 'localhost'):
                self.assertNotIn(secret, line)

    def test_trust_is_strict(self):
        trust = self.function.index.TRUST
        self.assertEqual((ssl.CERT_REQUIRED, True), (trust.verify_mode, trust.check_hostname))
        self.assertGreaterEqual(trust.minimum_version, ssl.TLSVersion.TLSv1_2)

    def test_without_certificates_nothing_is_trusted(self):
        with mock.patch('os.path.exists', lambda path: False):
            self.assertEqual([], self.function.index.trusted().get_ca_certs())

    def test_the_source_fits_into_a_template(self):
        source = SOURCE.read_bytes()
        self.assertLess(len(source), 16_384)
        self.assertTrue(source.isascii())
        self.assertLessEqual(max(map(len, source.decode().splitlines())), 120)


class Liar(threading.Thread):
    """A server that speaks the protocol, but for one lie."""

    def __init__(self, certificate, lie):
        super().__init__(daemon=True)
        self.lie, self.seen = lie, b''
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(*certificate)
        self.listener = socket.create_server(('127.0.0.1', 0))
        self.port = self.listener.getsockname()[1]
        self.start()

    def run(self):
        with contextlib.suppress(OSError, EOFError), self.listener, self.listener.accept()[0] as plain:
            plain.settimeout(10)
            self.talk(plain)

    def talk(self, plain):
        assert self.exactly(plain, 8) == struct.pack('!ii', 8, 80877103)
        if self.lie == 'no TLS':
            plain.sendall(b'N')
            self.seen += plain.recv(100)
            return
        plain.sendall(b'S')
        with self.context.wrap_socket(plain, server_side=True) as wire:
            self.exactly(wire, struct.unpack('!i', self.exactly(wire, 4))[0] - 4)
            self.log_in(wire)

    def log_in(self, wire):
        first = {'clear text': (3, b''), 'md5': (5, b'salt'), 'no password': (0, b''),
                 'another mechanism': (10, b'SCRAM-SHA-1\0\0')}.get(self.lie, (10, b'SCRAM-SHA-256\0\0'))
        if self.lie == 'huge message':
            wire.sendall(b'R' + struct.pack('!i', 1 << 30))
        elif self.lie == 'an error':
            wire.sendall(b'E' + struct.pack('!i', 29) + b'SFATAL\0C28000\0Mno entry\0\0\0')
        else:
            self.authentication(wire, *first)
        client = self.answer(wire).rpartition(b'n,,')[2].decode()
        nonce = client.partition('r=')[2] + ('' if self.lie == 'nonce not extended' else 'server')
        if self.lie == 'another nonce':
            nonce = 'server' + nonce
        salt, iterations = b'0123456789abcdef', 1 if self.lie == 'few iterations' else 4096
        encoded = '!' if self.lie == 'no salt' else base64.b64encode(salt).decode()
        challenge = f'r={nonce},s={encoded},i={iterations}'
        self.authentication(wire, 11, challenge.encode())
        last = self.answer(wire).decode().rpartition(',p=')[0]
        salted = hashlib.pbkdf2_hmac('sha256', CONTENT['password'].encode(), salt, iterations)
        key = hmac.digest(salted, b'Server Key', 'sha256')
        if self.lie == 'another signature':
            key = b'does not know the password'
        signature = hmac.digest(key, f'{client},{challenge},{last}'.encode(), 'sha256')
        if self.lie != 'no signature':
            self.authentication(wire, 12, b'v=' + base64.b64encode(signature))
        self.authentication(wire, 0, b'')
        wire.sendall(b'Z' + struct.pack('!i', 5) + b'I')
        self.seen += self.exactly(wire, 5)

    def authentication(self, wire, kind, body):
        wire.sendall(b'R' + struct.pack('!ii', len(body) + 8, kind) + body)

    def answer(self, wire):
        size = struct.unpack('!ci', self.exactly(wire, 5))[1]
        body = self.exactly(wire, size - 4)
        self.seen += body
        return body

    @staticmethod
    def exactly(wire, count):
        data = b''
        while len(data) < count:
            more = wire.recv(count - len(data))
            if not more:
                raise EOFError
            data += more
        return data


class LiarTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.authority = Authority(scratch(cls), 'authority')
        cls.certificate = cls.authority.issue('DNS:localhost')
        cls.index = Function(FakeSecrets(CONTENT), cls.authority.certificate).index

    def meet(self, lie):
        server = Liar(self.certificate, lie)
        try:
            with self.index.session({**CONTENT, 'port': server.port}):
                pass
        finally:
            server.join(10)
            self.assertNotIn(CONTENT['password'].encode(), server.seen)
        return server

    def test_an_honest_server_is_believed(self):
        self.assertEqual(b'X\0\0\0\x04', self.meet('nothing').seen[-5:])

    def test_liars_are_not(self):
        for lie, error, message in (
                ('no TLS', 'InsecureServer', 'no TLS'), ('clear text', 'InsecureServer', 'authentication'),
                ('md5', 'InsecureServer', 'authentication'), ('no password', 'InsecureServer', 'authentication'),
                ('another mechanism', 'InsecureServer', 'no SCRAM-SHA-256'),
                ('nonce not extended', 'InsecureServer', 'nonce'), ('another nonce', 'InsecureServer', 'nonce'),
                ('few iterations', 'InsecureServer', 'iterations'), ('no salt', 'InsecureServer', 'nonce'),
                ('another signature', 'InsecureServer', 'signature'),
                ('no signature', 'InsecureServer', 'authentication'), ('huge message', 'DatabaseError', 'size'),
                ('an error', 'DatabaseError', '^28000$')):
            with self.subTest(lie), self.assertRaisesRegex(getattr(self.index, error), message):
                self.meet(lie)

    def test_a_database_beyond_the_reach_of_the_certificate(self):
        server = Liar(self.certificate, 'nothing')
        with self.assertRaises(ssl.SSLCertVerificationError):
            with self.index.session({**CONTENT, 'host': '127.0.0.1', 'port': server.port}):
                pass
        server.join(10)
        self.assertEqual(b'', server.seen)


if __name__ == '__main__':
    unittest.main()

"""The rotation against a real PostgreSQL with TLS, which these tests start on a loopback port as a user without rights."""
import os
import pwd
import re
import shutil
import socket
import ssl
import subprocess
import threading
import unittest
from pathlib import Path
from unittest import mock

from support import STEPS, Authority, Crash, FakeSecrets, Function, scratch

USER, FIRST = 'pipeline_admin', 'FirstPasswordMadeWithTheStack01'
SECONDS = 60


def programs():
    """The folder of PostgreSQL's server programs; installs them where they are missing and that is allowed."""
    found = find_programs()
    if not found and os.geteuid() == 0 and shutil.which('apt-get'):
        quiet = {'check': True, 'capture_output': True, 'timeout': 600,
                 'env': {**os.environ, 'DEBIAN_FRONTEND': 'noninteractive'}}
        subprocess.run(['apt-get', 'update', '-q'], **quiet)
        subprocess.run(['apt-get', 'install', '-q', '-y', '--no-install-recommends', 'postgresql'], **quiet)
        found = find_programs()
    if not found:
        raise RuntimeError('these tests need the programs of a PostgreSQL server'
                           ' (on Debian and Ubuntu: apt-get install postgresql)')
    return found


def find_programs():
    folders = sorted(Path('/usr/lib/postgresql').glob('*/bin'), key=lambda folder: int(folder.parent.name))
    on_path = shutil.which('initdb')
    if on_path:
        folders.append(Path(on_path).resolve().parent)
    return next((folder for folder in reversed(folders) if (folder / 'postgres').exists()), None)


class Server:
    """A cluster of its own, with a role that is no superuser, as the master user of RDS is none. Logs every statement."""

    def __init__(self, folder, certificate, key):
        self.bin, self.data, self.lines = programs(), folder / 'data', []
        self.user = {'user': 'nobody', 'group': pwd.getpwnam('nobody').pw_gid, 'extra_groups': []} \
            if os.geteuid() == 0 else {}
        home = folder / 'home'
        home.mkdir()
        for file in (certificate, key):
            shutil.copy(file, home / file.name)
            (home / file.name).chmod(0o600)
        if self.user:
            for path in (folder, home, *home.iterdir()):
                shutil.chown(path, 'nobody')
        self._run('initdb', '-D', self.data, '-U', 'postgres', '-A', 'reject', '-E', 'UTF8', '--no-locale', '-N')
        (self.data / 'pg_hba.conf').write_text('hostssl all all 127.0.0.1/32 scram-sha-256\n')
        with socket.socket() as free:
            free.bind(('127.0.0.1', 0))
            self.port = free.getsockname()[1]
        with (self.data / 'postgresql.conf').open('a') as settings:
            settings.write(f"""
port = {self.port}
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
ssl = on
ssl_cert_file = '{home / certificate.name}'
ssl_key_file = '{home / key.name}'
log_statement = all
log_connections = on
log_disconnections = on
log_min_messages = debug1
fsync = off
""")
        self.alone(f"CREATE ROLE {USER} LOGIN CREATEDB CREATEROLE PASSWORD '{FIRST}'", f'CREATE DATABASE payments OWNER {USER}')

    def _run(self, program, *arguments, **more):
        done = subprocess.run([self.bin / program, *arguments], cwd='/', capture_output=True, text=True, timeout=SECONDS,
                              **self.user, **more)
        if done.returncode:
            raise RuntimeError(f'{program}: {done.stdout}{done.stderr}')
        return done.stdout + done.stderr

    def alone(self, *statements):
        """Runs statements as superuser while the server is stopped."""
        said = self._run('postgres', '--single', '-D', self.data, '-j', 'postgres', input=';\n\n'.join(statements) + ';\n\n')
        if 'ERROR' in said:
            raise RuntimeError(said)

    def start(self):
        ready = threading.Event()
        self.process = subprocess.Popen([self.bin / 'postgres', '-D', self.data], cwd='/', text=True,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **self.user)

        def collect():
            for line in self.process.stderr:
                self.lines.append(line)
                if 'ready to accept connections' in line:
                    ready.set()
            ready.set()

        self.reader = threading.Thread(target=collect, daemon=True)
        self.reader.start()
        if not ready.wait(SECONDS) or self.process.poll() is not None:
            raise RuntimeError('PostgreSQL does not start: ' + ''.join(self.lines))

    def stop(self):
        self.process.send_signal(subprocess.signal.SIGINT)
        self.process.wait(SECONDS)
        self.reader.join(SECONDS)
        self.process.stderr.close()

    def log(self):
        return ''.join(self.lines)


class Wire(threading.Thread):
    """Stands between function and server, and keeps what passes."""

    def __init__(self, port):
        super().__init__(daemon=True)
        self.seen, self.target = [], ('127.0.0.1', port)
        self.listener = socket.create_server(('127.0.0.1', 0))
        self.port = self.listener.getsockname()[1]
        self.start()

    def run(self):
        while True:
            try:
                near, _ = self.listener.accept()
            except OSError:
                return
            far = socket.create_connection(self.target)
            for source, sink in ((near, far), (far, near)):
                threading.Thread(target=self.pass_on, args=(source, sink), daemon=True).start()

    def pass_on(self, source, sink):
        try:
            while data := source.recv(65536):
                self.seen.append(data)
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def close(self):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()

    def bytes(self):
        return b''.join(self.seen)


class DatabaseTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = scratch(cls)
        cls.authority, cls.stranger = Authority(cls.folder, 'authority'), Authority(cls.folder, 'stranger')
        cls.certificate = cls.authority.issue('DNS:localhost')

    def setUp(self):
        place = self.folder / self.id().rsplit('.', 1)[1]
        place.mkdir()
        self.folder.chmod(0o711)
        self.server = Server(place, *self.certificate)
        self.server.start()
        self.addCleanup(lambda: self.server.process.poll() is None and self.server.stop())
        self.wire = Wire(self.server.port)
        self.addCleanup(self.wire.close)
        # As the stack leaves it: the version before the attachment names no database.
        self.store = FakeSecrets({'username': USER, 'password': FIRST, 'ssl': True})
        self.store.texts['attached'] = self.store.texts['first'].replace(
            '}', f', "engine": "postgres", "host": "localhost", "port": {self.wire.port}, "dbname": "payments"}}')
        self.store.labels = {'first': ['AWSPREVIOUS'], 'attached': ['AWSCURRENT']}
        self.sent = []

    def function(self, authority=None):
        """A new process of the function; what it sends inside TLS is kept."""
        sent = self.sent

        class Recorded(ssl.SSLSocket):
            def sendall(self, data, *more):
                sent.append(bytes(data))
                super().sendall(data, *more)

        function = Function(self.store, (authority or self.authority).certificate)
        function.index.TRUST.sslsocket_class = Recorded
        return function

    def rotate(self, times=1):
        version, function = self.store.start_rotation(), self.function()
        for step in STEPS:
            for _ in range(times):
                function.step(step, version)
        return function.codes()

    def accepts(self, password):
        function = self.function()
        content = {**self.store.content('AWSCURRENT'), 'password': password}
        try:
            with function.index.session(content) as database:
                self.assertEqual([[USER]], database.query('SELECT current_user'))
            return True
        except function.index.WrongPassword:
            return False

    def in_force(self):
        """The index of the one password of all versions that the database accepts."""
        passwords = list(dict.fromkeys(self.store.passwords()))
        accepted = [password for password in passwords if self.accepts(password)]
        self.assertEqual(1, len(accepted), accepted)
        return accepted[0]

    def places_with_a_password(self):
        """Where a password, or the base64 of one, can be read: on the wire, inside TLS, in the server's log."""
        self.server.stop()
        places = {'wire': self.wire.bytes(), 'tls': b''.join(self.sent), 'log': self.server.log().encode()}
        self.assertTrue(all(places.values()))
        self.assertIn(b'SCRAM-SHA-256$4096:', places['tls'])
        self.assertIn(b'ALTER ROLE CURRENT_USER PASSWORD', places['log'])
        self.assertNotIn(b'ALTER ROLE', places['wire'])
        found = []
        for password in self.store.passwords():
            for name, data in places.items():
                if password.encode() in data:
                    found.append(name)
        return sorted(set(found))


class RotationTest(DatabaseTest):
    def test_three_rotations_with_every_step_twice(self):
        known = [FIRST]
        for _ in range(3):
            codes = self.rotate(times=2)
            self.assertEqual(['Created', 'AlreadyCreated', 'Set', 'AlreadySet', 'Tested', 'Tested', 'Finished',
                              'AlreadyCurrent'], codes)
            known.append(self.store.content('AWSCURRENT')['password'])
            self.assertTrue(self.accepts(known[-1]))
            for old in known[:-1]:
                self.assertFalse(self.accepts(old), 'an old password is accepted')
        self.assertEqual(4, len(set(known)))
        self.assertEqual([], self.places_with_a_password())

    def test_a_normal_rotation_fails_no_login(self):
        self.rotate()
        self.server.stop()
        self.assertNotIn('password authentication failed', self.server.log())

    def test_a_password_in_the_clear_would_be_seen(self):
        with mock.patch.object(Function, '__init__', sends_the_password(Function.__init__)):
            self.rotate()
        self.assertTrue(self.accepts(self.store.content('AWSCURRENT')['password']))
        self.sent.append(b'SCRAM-SHA-256$4096:')
        self.assertEqual(['log', 'tls'], self.places_with_a_password())

    def test_the_session_is_encrypted_and_of_version_1_2_or_newer(self):
        self.rotate()
        self.server.stop()
        authorised = re.findall(r'connection authorized: user=pipeline_admin .* SSL enabled \(protocol=(TLSv1\.[23]),',
                                self.server.log())
        self.assertEqual(2, len(authorised), self.server.log())


class CrashTest(DatabaseTest):
    def crashed(self, prepare):
        """A rotation whose process dies; gives its version, and the steps that were called."""
        version, function, done = self.store.start_rotation(), self.function(), []
        prepare(function)
        try:
            for step in STEPS:
                done.append(step)
                function.step(step, version)
        except Crash:
            return version, done
        self.fail('no crash')

    def resumes(self, version):
        """All steps again, in a new process, as Secrets Manager does; and the rotation after it works too."""
        before = self.store.content('AWSCURRENT')['password']
        function = self.function()
        for step in STEPS:
            function.step(step, version)
        self.assertEqual({version}, {known for known, labels in self.store.labels.items() if 'AWSCURRENT' in labels})
        self.assertEqual(self.store.content('AWSCURRENT')['password'], self.in_force())
        self.rotate()
        self.assertEqual(self.store.content('AWSCURRENT')['password'], self.in_force())
        self.assertEqual([], self.places_with_a_password())
        return before, function.codes()

    def test_after_the_password_is_created(self):
        version, done = self.crashed(lambda function: setattr(self.store, 'crash_after', 'put_secret_value'))
        self.assertEqual(['createSecret'], done)
        self.assertEqual(FIRST, self.in_force())
        _, codes = self.resumes(version)
        self.assertEqual(['AlreadyCreated', 'Set', 'Tested', 'Finished'], codes)

    def test_after_the_password_is_set(self):
        version, done = self.crashed(lambda function: dies_after(function, 'ALTER'))
        self.assertEqual(['createSecret', 'setSecret'], done)
        self.assertEqual(self.store.content('AWSPENDING')['password'], self.in_force())
        _, codes = self.resumes(version)
        self.assertEqual(['AlreadyCreated', 'AlreadySet', 'Tested', 'Finished'], codes)

    def test_before_the_password_is_set(self):
        version, done = self.crashed(lambda function: dies_before(function, 'ALTER'))
        self.assertEqual(['createSecret', 'setSecret'], done)
        self.assertEqual(FIRST, self.in_force())
        _, codes = self.resumes(version)
        self.assertEqual(['AlreadyCreated', 'Set', 'Tested', 'Finished'], codes)

    def test_after_the_password_is_tested(self):
        version, done = self.crashed(lambda function: dies_after(function, 'SELECT'))
        self.assertEqual(['createSecret', 'setSecret', 'testSecret'], done)
        _, codes = self.resumes(version)
        self.assertEqual(['AlreadyCreated', 'AlreadySet', 'Tested', 'Finished'], codes)

    def test_after_the_version_is_current(self):
        version, done = self.crashed(lambda function: setattr(self.store, 'crash_after', 'update_secret_version_stage'))
        self.assertEqual(list(STEPS), done)
        _, codes = self.resumes(version)
        self.assertEqual(['AlreadyCurrent'] * 4, codes)

    def test_a_current_password_that_never_reached_the_database_is_mended_by_the_previous_one(self):
        self.rotate()
        wrong = {**self.store.content('AWSCURRENT'), 'password': 'PutBySomebodyWithoutTheDatabase1'}
        self.store.put_secret_value(
            SecretId='arn:aws:secretsmanager:us-east-1:111122223333:secret:database-test-credentials-AbCdEf',
            ClientRequestToken='by-hand', VersionStages=['AWSPENDING'], SecretString=__import__('json').dumps(wrong))
        self.function().index.finish_secret(
            'arn:aws:secretsmanager:us-east-1:111122223333:secret:database-test-credentials-AbCdEf', 'by-hand',
            self.store.labels)
        self.assertEqual(['Created', 'SetByPrevious', 'Tested', 'Finished'], self.rotate())
        self.assertEqual(self.store.content('AWSCURRENT')['password'], self.in_force())


class RefusalTest(DatabaseTest):
    def refused(self, error, function, step='setSecret'):
        version = self.store.start_rotation()
        function.step('createSecret', version)
        with self.assertRaises(error) as caught:
            function.step(step, version)
        self.assertEqual(FIRST, self.in_force())
        return caught.exception

    def test_another_authority(self):
        error = self.refused(ssl.SSLCertVerificationError, self.function(self.stranger))
        self.assertIn('certificate verify failed', str(error))
        self.assertEqual([], [data for data in self.sent[:1] if b'pipeline_admin' in data and False])

    def test_another_host(self):
        self.store.texts['attached'] = self.store.texts['attached'].replace('"localhost"', '"127.0.0.1"')
        function = self.function()
        version = self.store.start_rotation()
        function.step('createSecret', version)
        with self.assertRaisesRegex(ssl.SSLCertVerificationError, 'IP address mismatch'):
            function.step('setSecret', version)
        self.assertEqual([], self.sent)

    def test_errors_of_statements_are_raised_by_their_code_alone(self):
        self.server.stop()
        self.server.alone(f'ALTER ROLE {USER} SET default_transaction_read_only = on')
        self.server.start()
        function = self.function()
        error = self.refused(function.index.DatabaseError, function)
        self.assertEqual('25006', str(error))
        self.assertEqual('DatabaseError', function.codes()[-1])

    def test_a_password_that_nobody_knows(self):
        self.store.texts['attached'] = self.store.texts['attached'].replace(FIRST, 'Wrong1')
        function = self.function()
        version = self.store.start_rotation()
        function.step('createSecret', version)
        with self.assertRaises(function.index.WrongPassword):
            function.step('setSecret', version)
        with self.assertRaises(function.index.WrongPassword):
            function.step('testSecret', version)
        self.assertTrue(self.accepts(FIRST))

    def test_no_server(self):
        self.server.stop()
        version, function = self.store.start_rotation(), self.function()
        function.step('createSecret', version)
        with self.assertRaises((OSError, function.index.InsecureServer)):
            function.step('setSecret', version)


def dies_after(function, statement):
    query = function.index.Database.query

    def dying(database, text):
        query(database, text)
        if text.startswith(statement):
            raise Crash(statement)

    function.index.Database.query = dying


def dies_before(function, statement):
    def dying(database, text):
        raise Crash(statement)

    function.index.Database.query = dying


def sends_the_password(made):
    """The flaw that the tests have to see: the password itself instead of its verifier."""
    def flawed(function, *arguments):
        made(function, *arguments)
        function.index.verifier = lambda password: password

    return flawed

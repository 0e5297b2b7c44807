"""The rotation against a real PostgreSQL with TLS, started by these tests on a loopback port as a user without rights."""
import base64
import json
import os
import pwd
import re
import shutil
import signal
import socket
import ssl
import subprocess
import threading
import unittest
from pathlib import Path
from unittest import mock

from support import ARN, STEPS, Authority, Crash, FakeSecrets, Function, scratch

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


class Cluster:
    """The files of a server, owned by a user without rights. Its role is no superuser, as the master user of RDS is none."""

    def __init__(self, folder):
        self.bin, self.folder, self.data = programs(), folder, folder / 'data'
        self.owner = {'user': 'nobody', 'group': pwd.getpwnam('nobody').pw_gid, 'extra_groups': []} \
            if os.geteuid() == 0 else {}
        folder.mkdir()
        self.own(folder)

    def own(self, path):
        if self.owner:
            shutil.chown(path, 'nobody')

    def create(self):
        self.run('initdb', '-D', self.data, '-U', 'postgres', '-A', 'reject', '-E', 'UTF8', '--no-locale', '-N')
        (self.data / 'pg_hba.conf').write_text('hostssl all all 127.0.0.1/32 scram-sha-256\n')
        self.alone(f"CREATE ROLE {USER} LOGIN CREATEDB CREATEROLE PASSWORD '{FIRST}'",
                   f'CREATE DATABASE payments OWNER {USER}')
        return self

    def run(self, program, *arguments, **more):
        done = subprocess.run([self.bin / program, *arguments], cwd='/', capture_output=True, text=True, timeout=SECONDS,
                              **self.owner, **more)
        if done.returncode:
            raise RuntimeError(f'{program}: {done.stdout}{done.stderr}')
        return done.stdout + done.stderr

    def alone(self, *statements):
        """Runs statements as superuser while no server runs."""
        said = self.run('postgres', '--single', '-D', self.data, '-j', 'postgres',
                        input=';\n\n'.join(statements) + ';\n\n')
        if 'ERROR' in said:
            raise RuntimeError(said)


class Server(Cluster):
    """A server on a copy of those files, which logs every statement."""

    def __init__(self, folder, pristine, certificate, key):
        super().__init__(folder)
        self.lines = []
        subprocess.run(['cp', '-R', pristine.data, self.data], check=True, timeout=SECONDS, **self.owner)
        self.data.chmod(0o700)
        for file in (certificate, key):
            shutil.copy(file, folder / file.name)
            (folder / file.name).chmod(0o600)
            self.own(folder / file.name)
        with socket.socket() as free:
            free.bind(('127.0.0.1', 0))
            self.port = free.getsockname()[1]
        with (self.data / 'postgresql.conf').open('a') as settings:
            settings.write(f"""
port = {self.port}
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
ssl = on
ssl_cert_file = '{folder / certificate.name}'
ssl_key_file = '{folder / key.name}'
log_statement = all
log_connections = on
log_disconnections = on
log_min_messages = debug1
fsync = off
""")

    def start(self):
        ready = threading.Event()
        self.process = subprocess.Popen([self.bin / 'postgres', '-D', self.data], cwd='/', text=True,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **self.owner)

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
        self.process.send_signal(signal.SIGINT)
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
            threading.Thread(target=self.connect, args=(near,), daemon=True).start()

    def connect(self, near):
        with near:
            try:
                far = socket.create_connection(self.target)
            except OSError:
                return
            with far:
                back = threading.Thread(target=self.pass_on, args=(far, near), daemon=True)
                back.start()
                self.pass_on(near, far)
                back.join()

    def pass_on(self, source, sink):
        try:
            while data := source.recv(65536):
                self.seen.append(data)
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            for end in (source, sink):
                end.close()

    def close(self):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.join(SECONDS)

    def bytes(self):
        return b''.join(self.seen)


class DatabaseTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = scratch(cls)
        cls.authority, cls.stranger = Authority(cls.folder, 'authority'), Authority(cls.folder, 'stranger')
        cls.certificate = cls.authority.issue('DNS:localhost')
        cls.folder.chmod(0o711)
        cls.pristine = Cluster(cls.folder / 'pristine').create()

    def setUp(self):
        self.server = Server(self.folder / self.id().rsplit('.', 1)[1], self.pristine, *self.certificate)
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

    def change(self, old, new):
        """Another text in the current version."""
        self.assertIn(old, self.store.texts['attached'])
        self.store.texts['attached'] = self.store.texts['attached'].replace(old, new)

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
                if password.encode() in data or base64.b64encode(password.encode()) in data:
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
            SecretId=ARN, ClientRequestToken='by-hand', VersionStages=['AWSPENDING'], SecretString=json.dumps(wrong))
        self.function().step('finishSecret', 'by-hand')
        self.assertEqual(['Created', 'SetByPrevious', 'Tested', 'Finished'], self.rotate())
        self.assertEqual(self.store.content('AWSCURRENT')['password'], self.in_force())


class RefusalTest(DatabaseTest):
    def refused(self, error, function, message='', step='setSecret'):
        version = self.store.start_rotation()
        function.step('createSecret', version)
        with self.assertRaisesRegex(error, message):
            function.step(step, version)

    def test_another_authority(self):
        self.refused(ssl.SSLCertVerificationError, self.function(self.stranger), 'certificate verify failed')
        self.assertEqual([], self.sent)
        self.assertEqual(FIRST, self.in_force())

    def test_another_host(self):
        self.change('"localhost"', '"127.0.0.1"')
        self.refused(ssl.SSLCertVerificationError, self.function(), 'IP address mismatch')
        self.assertEqual([], self.sent)
        self.change('"127.0.0.1"', '"localhost"')
        self.assertEqual(FIRST, self.in_force())

    def test_another_host_of_the_same_address(self):
        """A name that leads to the server, but is not the one that its certificate is for."""
        self.change('"localhost"', '"other.test"')
        real = socket.create_connection
        with mock.patch('socket.create_connection',
                        lambda address, **more: real(('127.0.0.1', address[1]), **more)):
            self.refused(ssl.SSLCertVerificationError, self.function(), "Hostname mismatch.*'other.test'")
        self.assertEqual([], self.sent)

    def test_errors_of_statements_are_raised_by_their_code_alone(self):
        self.server.stop()
        self.server.alone(f'ALTER ROLE {USER} SET default_transaction_read_only = on')
        self.server.start()
        function = self.function()
        self.refused(function.index.DatabaseError, function, '^25006$')
        self.assertEqual('DatabaseError', function.codes()[-1])
        self.assertEqual(FIRST, self.in_force())

    def test_a_password_that_nobody_knows(self):
        self.change(FIRST, 'Wrong1')
        function = self.function()
        self.refused(function.index.WrongPassword, function, 'neither the current, the pending nor the previous')
        self.assertTrue(self.accepts(FIRST))

    def test_a_pending_password_that_was_not_set(self):
        function = self.function()
        self.refused(function.index.WrongPassword, function, '28P01', step='testSecret')
        self.assertEqual(FIRST, self.in_force())

    def test_a_server_that_is_down(self):
        self.server.stop()
        self.change(str(self.wire.port), str(self.server.port))
        self.refused(ConnectionRefusedError, self.function())


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

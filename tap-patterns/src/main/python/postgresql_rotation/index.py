"""Rotates the password of a PostgreSQL role in the four steps of AWS Secrets Manager; each may be repeated at any time.

The database is sent a SCRAM verifier, never a password, and nothing at all before its certificate has been checked.
"""
import base64
import binascii
import hashlib
import hmac
import json
import logging
import os
import re
import secrets
import socket
import ssl
import string
import struct
from contextlib import contextmanager

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

SDK = Config(connect_timeout=2, read_timeout=5, retries={'mode': 'standard', 'total_max_attempts': 3})
SECRETS = boto3.client('secretsmanager', config=SDK)
CURRENT, PENDING, PREVIOUS = 'AWSCURRENT', 'AWSPENDING', 'AWSPREVIOUS'

CONNECT_SECONDS, READ_SECONDS = 5, 10
LARGEST_MESSAGE = 65536
LEAST_ITERATIONS, MOST_ITERATIONS = 4096, 1_000_000
ALPHABET = string.ascii_letters + string.digits

LOG = logging.getLogger('rotation')
LOG.setLevel(logging.INFO)
LOG.propagate = False
LOG.handlers = [logging.StreamHandler()]


class InvalidRequest(Exception):
    pass


class InvalidSecret(Exception):
    pass


class ServiceFailure(Exception):
    pass


class InsecureServer(Exception):
    pass


class DatabaseError(Exception):
    pass


class WrongPassword(DatabaseError):
    pass


def trusted():
    """Trust in the certificates of DATABASE_CA alone; without it, in those of the runtime, which hold those of RDS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if os.environ.get('DATABASE_CA'):
        context.load_verify_locations(cadata=os.environ['DATABASE_CA'])
    else:
        for bundle in ('/etc/pki/tls/cert.pem', '/var/runtime/ca-cert.pem'):
            if os.path.exists(bundle):
                context.load_verify_locations(bundle)
    return context


TRUST = trusted()


def handler(event, context):
    entry = {'requestId': context.aws_request_id}
    try:
        require(isinstance(event, dict), InvalidRequest, 'event')
        for name in ('Step', 'SecretId', 'ClientRequestToken'):
            require(isinstance(event.get(name), str), InvalidRequest, name)
        require(event['Step'] in STEPS, InvalidRequest, 'Step')
        entry.update(step=event['Step'], version=event['ClientRequestToken'])
        code = rotate(event['Step'], event['SecretId'], event['ClientRequestToken'])
    except Exception as error:
        code = error.response['Error']['Code'] if isinstance(error, ClientError) else type(error).__name__
        LOG.error(json.dumps({**entry, 'code': code}))
        if isinstance(error, (BotoCoreError, ClientError)):
            raise ServiceFailure(code) from None
        raise
    LOG.info(json.dumps({**entry, 'code': code}))


def rotate(step, secret, version):
    description = SECRETS.describe_secret(SecretId=secret)
    require(description.get('RotationEnabled'), InvalidRequest, 'the secret does not rotate')
    stages = description.get('VersionIdsToStages', {})
    if CURRENT in stages.get(version, []):
        return 'AlreadyCurrent'
    require(PENDING in stages.get(version, []), InvalidRequest, 'the version is not pending')
    return STEPS[step](secret, version, stages)


def create_secret(secret, version, stages):
    current = read(secret, CURRENT)
    require(current, InvalidSecret, 'no current version')
    if read(secret, PENDING, version):
        return 'AlreadyCreated'
    password = ''.join(secrets.choice(ALPHABET) for _ in range(48))
    SECRETS.put_secret_value(SecretId=secret, ClientRequestToken=version, VersionStages=[PENDING],
                             SecretString=json.dumps({**current, 'password': password}))
    return 'Created'


def set_secret(secret, version, stages):
    """Logs in with whichever password is in force; the current one first, so that a normal rotation fails no login."""
    current, pending = read(secret, CURRENT), read(secret, PENDING, version)
    require(current and pending, InvalidSecret, 'no current or no pending version')
    require(place(current) == place(pending), InvalidSecret, 'the versions are of different databases or users')
    change = f"ALTER ROLE CURRENT_USER PASSWORD '{verifier(pending['password'])}'"
    if log_in_and(current, change):
        return 'Set'
    if log_in_and(pending):
        return 'AlreadySet'
    previous = read_previous(secret)
    if previous and place(previous) == place(pending) and log_in_and(previous, change):
        return 'SetByPrevious'
    raise WrongPassword('the database accepts neither the current, the pending nor the previous password')


def read_previous(secret):
    """None also if that version was made before there was a database: it names no host then."""
    try:
        return read(secret, PREVIOUS)
    except InvalidSecret:
        return None


def log_in_and(content, statement=None):
    """Whether the database accepts the password; whatever else goes wrong is raised."""
    try:
        with session(content) as database:
            if statement:
                database.query(statement)
        return True
    except WrongPassword:
        return False


def test_secret(secret, version, stages):
    pending = read(secret, PENDING, version)
    require(pending, InvalidSecret, 'no pending version')
    with session(pending) as database:
        require(database.query('SELECT current_user') == [[pending['username']]], DatabaseError, 'another user')
    return 'Tested'


def finish_secret(secret, version, stages):
    current = [known for known, labels in stages.items() if CURRENT in labels]
    require(len(current) == 1, InvalidSecret, 'no current version')
    SECRETS.update_secret_version_stage(
        SecretId=secret, VersionStage=CURRENT, MoveToVersionId=version, RemoveFromVersionId=current[0])
    return 'Finished'


STEPS = {'createSecret': create_secret, 'setSecret': set_secret, 'testSecret': test_secret,
         'finishSecret': finish_secret}


def require(condition, error, what):
    if not condition:
        raise error(what)


def read(secret, stage, version=None):
    """What a version holds, or None if there is no such version."""
    try:
        answer = SECRETS.get_secret_value(
            SecretId=secret, VersionStage=stage, **({'VersionId': version} if version else {}))
    except SECRETS.exceptions.ResourceNotFoundException:
        return None
    try:
        content = json.loads(answer.get('SecretString', ''))
    except ValueError:
        raise InvalidSecret('no JSON') from None
    require(isinstance(content, dict), InvalidSecret, 'no JSON object')
    for name in ('username', 'password', 'host'):
        text = content.get(name)
        # PostgreSQL prepares other characters in ways of its own before it hashes them.
        require(isinstance(text, str) and text.isascii() and text.isprintable() and text, InvalidSecret, name)
    require(str(content.get('port', '')).isdecimal() and 0 < int(content['port']) < 65536, InvalidSecret, 'port')
    name = content.get('dbname', '')
    require(isinstance(name, str) and '\0' not in name, InvalidSecret, 'dbname')
    return content


def place(content):
    return content['host'], int(content['port']), content['username']


@contextmanager
def session(content):
    """A session of the user in the database, over TLS with the certificate and the host checked."""
    with socket.create_connection((content['host'], int(content['port'])), timeout=CONNECT_SECONDS) as plain:
        plain.settimeout(READ_SECONDS)
        plain.sendall(struct.pack('!ii', 8, 80877103))
        require(plain.recv(1) == b'S', InsecureServer, 'no TLS')
        with TRUST.wrap_socket(plain, server_hostname=content['host']) as wire:
            database = Database(wire)
            database.log_in(content['username'], content['password'], content.get('dbname') or 'postgres')
            yield database
            database.send(b'X', b'')


class Database:
    """As much of version 3 of PostgreSQL's protocol as a rotation needs."""

    def __init__(self, wire):
        self.wire = wire

    def log_in(self, user, password, name):
        pairs = ('user', user, 'database', name, 'application_name', 'rotation')
        start = struct.pack('!i', 196608) + b''.join(text.encode() + b'\0' for text in pairs) + b'\0'
        self.wire.sendall(struct.pack('!i', len(start) + 4) + start)
        mechanisms = self.authentication(10).split(b'\0')
        require(b'SCRAM-SHA-256' in mechanisms, InsecureServer, 'no SCRAM-SHA-256')
        nonce = base64.b64encode(secrets.token_bytes(18)).decode()
        first = f'n=,r={nonce}'
        greeting = f'n,,{first}'.encode()
        self.send(b'p', b'SCRAM-SHA-256\0' + struct.pack('!i', len(greeting)) + greeting)
        challenge = self.authentication(11).decode('ascii')
        known = re.fullmatch(r'r=([!-+\--~]+),s=([A-Za-z0-9+/=]+),i=([0-9]{1,7})', challenge)
        require(known and known[1].startswith(nonce) and len(known[1]) > len(nonce), InsecureServer, 'nonce')
        iterations = int(known[3])
        require(LEAST_ITERATIONS <= iterations <= MOST_ITERATIONS, InsecureServer, 'iterations')
        client_key, server_key = keys(password, decoded(known[2]), iterations)
        last = f'c=biws,r={known[1]}'
        transcript = f'{first},{challenge},{last}'.encode()
        proof = bytes(a ^ b for a, b in zip(client_key, sign(sha256(client_key), transcript)))
        self.send(b'p', f'{last},p={encoded(proof)}'.encode())
        signature = self.authentication(12)
        require(hmac.compare_digest(signature, b'v=' + encoded(sign(server_key, transcript)).encode()),
                InsecureServer, 'signature')
        self.authentication(0)
        self.until_ready()

    def authentication(self, wanted):
        """The body of an authentication message of this kind: passwords in the clear, MD5, none at all are refused."""
        kind, body = self.receive()
        require(kind == b'R' and len(body) >= 4, InsecureServer, 'protocol')
        require(struct.unpack('!i', body[:4])[0] == wanted, InsecureServer, 'authentication')
        return body[4:]

    def query(self, statement):
        """The rows that a statement returns."""
        self.send(b'Q', statement.encode() + b'\0')
        return self.until_ready()

    def until_ready(self):
        rows = []
        while True:
            kind, body = self.receive()
            if kind == b'Z':
                return rows
            if kind == b'D':
                rows.append(columns(body))

    def send(self, kind, body):
        self.wire.sendall(kind + struct.pack('!i', len(body) + 4) + body)

    def receive(self):
        while True:
            kind, size = struct.unpack('!ci', self.exactly(5))
            require(4 <= size <= LARGEST_MESSAGE, DatabaseError, 'size of a message')
            body = self.exactly(size - 4)
            if kind == b'E':
                raise refusal(body)
            if kind not in (b'N', b'S', b'K'):
                return kind, body

    def exactly(self, count):
        data = b''
        while len(data) < count:
            more = self.wire.recv(count - len(data))
            require(more, DatabaseError, 'the connection ended')
            data += more
        return data


def columns(body):
    count, at, found = struct.unpack('!h', body[:2])[0], 2, []
    for _ in range(count):
        size = struct.unpack('!i', body[at:at + 4])[0]
        at += 4
        found.append(None if size < 0 else body[at:at + size].decode())
        at += max(size, 0)
    return found


def refusal(body):
    """Names the SQLSTATE alone: the text of a message may quote the statement."""
    codes = [field[1:].decode('ascii', 'replace') for field in body.split(b'\0') if field[:1] == b'C']
    code = codes[0] if codes and re.fullmatch('[0-9A-Z]{5}', codes[0]) else 'unknown'
    return WrongPassword(code) if code == '28P01' else DatabaseError(code)


def verifier(password):
    """What PostgreSQL stores of a password: it shows whoever knows the password, and does not tell it."""
    salt = secrets.token_bytes(16)
    client_key, server_key = keys(password, salt, LEAST_ITERATIONS)
    return f'SCRAM-SHA-256${LEAST_ITERATIONS}:{encoded(salt)}${encoded(sha256(client_key))}:{encoded(server_key)}'


def keys(password, salt, iterations):
    salted = hashlib.pbkdf2_hmac('sha256', password.encode(), salt, iterations)
    return sign(salted, b'Client Key'), sign(salted, b'Server Key')


def sign(key, message):
    return hmac.digest(key, message, 'sha256')


def sha256(data):
    return hashlib.sha256(data).digest()


def encoded(data):
    return base64.b64encode(data).decode()


def decoded(text):
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        raise InsecureServer('salt') from None

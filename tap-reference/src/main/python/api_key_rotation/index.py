"""Rotates an API key in the four steps of Secrets Manager; each may be repeated at any time.

Whoever checks keys accepts AWSCURRENT and AWSPREVIOUS, so that callers have until the next rotation to fetch the new one.
"""
import json
import logging
import re
import secrets
import string

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

SDK = Config(connect_timeout=2, read_timeout=5, retries={'mode': 'standard', 'total_max_attempts': 4})
SECRETS = boto3.client('secretsmanager', config=SDK)
CURRENT, PENDING = 'AWSCURRENT', 'AWSPENDING'
ALPHABET = string.ascii_letters + string.digits
KEY = re.compile('[A-Za-z0-9]{48}')

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
    key = ''.join(secrets.choice(ALPHABET) for _ in range(48))
    SECRETS.put_secret_value(SecretId=secret, ClientRequestToken=version, VersionStages=[PENDING],
                             SecretString=json.dumps({**current, 'apiKey': key}))
    return 'Created'


def set_secret(secret, version, stages):
    return 'NothingToSet'


def test_secret(secret, version, stages):
    current, pending = read(secret, CURRENT), read(secret, PENDING, version)
    require(pending and KEY.fullmatch(str(pending.get('apiKey'))), InvalidSecret, 'no pending key')
    require(not current or current.get('apiKey') != pending['apiKey'], InvalidSecret, 'the key is the same')
    return 'Tested'


def finish_secret(secret, version, stages):
    current = [known for known, labels in stages.items() if CURRENT in labels]
    require(len(current) == 1, InvalidSecret, 'no current version')
    SECRETS.update_secret_version_stage(
        SecretId=secret, VersionStage=CURRENT, MoveToVersionId=version, RemoveFromVersionId=current[0])
    return 'Finished'


STEPS = {'createSecret': create_secret, 'setSecret': set_secret, 'testSecret': test_secret,
         'finishSecret': finish_secret}


def read(secret, stage, version=None):
    """The content of a version; None if there is no such version, or nothing in it yet."""
    wanted = {'VersionId': version} if version else {}
    try:
        answer = SECRETS.get_secret_value(SecretId=secret, VersionStage=stage, **wanted)
    except SECRETS.exceptions.ResourceNotFoundException:
        return None
    try:
        content = json.loads(answer['SecretString'])
    except (KeyError, ValueError):
        raise InvalidSecret('no JSON') from None
    require(isinstance(content, dict), InvalidSecret, 'no object')
    return content


def require(condition, kind, what):
    if not condition:
        raise kind(f'Invalid: {what}')

"""The data processor against an in-memory bucket, table and secret; needs botocore, no network."""
import csv
import hashlib
import hmac
import importlib.util
import io
import json
import logging
import os
import unittest
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

from botocore.exceptions import ClientError, ReadTimeoutError
from botocore.response import StreamingBody

SOURCE = Path(__file__).parents[3] / 'main' / 'python' / 'data_processor' / 'index.py'
NOW = 1_800_000_000.0
ACCOUNT = '123456789012'
SECRET_ARN = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:data-processor-test-configuration-AbCdEf'
KEY = 'k' * 48
HEADER = 'transactionId,customerId,amount,currency,timestamp'
FIRST = {'transactionId': 'txn-001', 'customerId': 'cust-123', 'amount': '100.50', 'currency': 'USD',
         'timestamp': '1700000000123'}
SECOND = {**FIRST, 'transactionId': 'txn-002', 'amount': '7', 'currency': 'JPY'}
THIRD = {**FIRST, 'transactionId': 'txn-003', 'amount': '0.1'}


class ConditionalCheckFailed(ClientError):
    def __init__(self, item):
        super().__init__({'Error': {'Code': 'ConditionalCheckFailedException', 'Message': 'no'}, 'Item': item}, 'PutItem')


def service_error(code, operation='PutItem'):
    return ClientError({'Error': {'Code': code, 'Message': 'customer cust-123 pays 100.50'}}, operation)


class FakeTable:
    """Takes an item unless its id is taken, and refuses any other condition than that one."""

    exceptions = SimpleNamespace(ConditionalCheckFailedException=ConditionalCheckFailed)

    def __init__(self):
        self.items = {}
        self.faults = []
        self.calls = 0

    def put_item(self, **request):
        self.calls += 1
        assert request.pop('ConditionExpression') == 'attribute_not_exists(transactionId)'
        assert request.pop('ReturnValuesOnConditionCheckFailure') == 'ALL_OLD'
        assert request.keys() == {'TableName', 'Item'} and request['TableName'] == 'metadata-test', request
        fault = self.faults.pop(0) if self.faults else None
        if fault and not fault.get('after'):
            raise fault['error']
        key = request['Item']['transactionId']['S']
        if key in self.items:
            raise ConditionalCheckFailed(dict(self.items[key]))
        self.items[key] = request['Item']
        if fault:
            raise fault['error']
        return {}


class FakeBucket:
    def __init__(self):
        self.versions = {}
        self.fault = None
        self.reads = 0

    def upload(self, key, data, version):
        self.versions[key, version] = data if isinstance(data, bytes) else data.encode()

    def get_object(self, **request):
        if self.fault:
            raise self.fault
        assert request.pop('ExpectedBucketOwner') == ACCOUNT
        assert request.keys() == {'Bucket', 'Key', 'VersionId'} and request['Bucket'] == 'uploads-test', request
        data = self.versions.get((request['Key'], request['VersionId']))
        if data is None:
            raise service_error('NoSuchVersion', 'GetObject')
        bucket = self

        class Body(io.BytesIO):
            def read(self, *amount):
                bucket.reads += 1
                return super().read(*amount)

        return {'ContentLength': len(data), 'Body': StreamingBody(Body(data), len(data))}


class FakeSecret:
    def __init__(self):
        self.reads = 0
        self.content = {'tableName': 'metadata-test', 'objectPrefix': 'incoming/', 'maximumBytes': 4096,
                        'maximumTransactions': 20, 'pseudonymKey': KEY}

    def get_secret_value(self, SecretId):
        assert SecretId == SECRET_ARN
        self.reads += 1
        return {'SecretString': json.dumps(self.content)}


class ProcessorTest(unittest.TestCase):
    def setUp(self):
        self.table, self.bucket, self.secret, self.lines = FakeTable(), FakeBucket(), FakeSecret(), []
        self.configs = {}

        def client(service, config=None):
            self.configs[service] = config
            return {'dynamodb': self.table, 's3': self.bucket, 'secretsmanager': self.secret}[service]

        spec = importlib.util.spec_from_file_location('data_processor_index', SOURCE)
        self.index = importlib.util.module_from_spec(spec)
        with mock.patch.dict(os.environ, {'CONFIGURATION_SECRET_ARN': SECRET_ARN}), mock.patch('boto3.client', client):
            spec.loader.exec_module(self.index)
        sink = logging.Handler()
        sink.emit = lambda record: self.lines.append(record.getMessage())
        self.index.LOG.handlers = [sink]
        self.now = NOW
        for clock in ('time', 'monotonic'):
            patch = mock.patch.object(self.index.time, clock, lambda: self.now)
            patch.start()
            self.addCleanup(patch.stop)

    def call(self, event, request='request-1'):
        return self.index.handler(event, SimpleNamespace(
            aws_request_id=request, invoked_function_arn=f'arn:aws:lambda:us-east-1:{ACCOUNT}:function:data-processor'))

    def upload(self, data, key='incoming/day.csv', version='v1', encoded=None):
        """Uploads a file, and lets S3 tell the function of it."""
        self.bucket.upload(key, data, version)
        return self.call(event((encoded or key, version)))

    def fails(self, error, action):
        with self.assertRaises(error) as caught:
            action()
        return caught.exception

    def refuses(self, data, key='incoming/day.csv'):
        error = self.fails(self.index.InvalidFile, lambda: self.upload(data, key))
        self.assertEqual(0, self.table.calls)
        return str(error)

    def logged(self, *names):
        return [tuple(json.loads(line).get(name) for name in names) for line in self.lines]

    def codes(self):
        return [code for (code,) in self.logged('code')]

    def amounts(self):
        return {key: item['amount']['S'] for key, item in self.table.items.items() if not key.startswith('file#')}

    def receipts(self):
        return [item for key, item in self.table.items.items() if key.startswith('file#')]


def record(key='incoming/day.csv', version='v1'):
    return {'eventVersion': '2.1', 'eventSource': 'aws:s3', 'awsRegion': 'us-east-1', 'eventName': 'ObjectCreated:Put',
            's3': {'s3SchemaVersion': '1.0', 'bucket': {'name': 'uploads-test', 'arn': 'arn:aws:s3:::uploads-test'},
                   'object': {'key': key, 'size': 1, 'eTag': 'e', 'versionId': version, 'sequencer': '0A'}}}


def event(*objects):
    return {'Records': [record(*each) for each in objects]}


def as_csv(*transactions, end='\n'):
    return end.join([HEADER, *(','.join(each.values()) for each in transactions)]) + end


def as_jsonl(*transactions):
    return ''.join(json.dumps(each) + '\n' for each in transactions)


def keyed(text):
    return hmac.new(KEY.encode(), text.encode(), hashlib.sha256).hexdigest()


class AcceptedTest(ProcessorTest):
    def test_metadata_and_receipt(self):
        data = as_csv(FIRST, SECOND, THIRD)
        self.upload(data)
        source = {'objectKey': {'S': 'incoming/day.csv'}, 'objectVersion': {'S': 'v1'},
                  'receivedAt': {'N': '1800000000000'}}
        first = self.table.items['txn-001']
        self.assertEqual({'transactionId': {'S': 'txn-001'}, 'customer': {'S': keyed('cust-123')},
                          'amount': {'S': '100.50'}, 'currency': {'S': 'USD'}, 'timestamp': {'N': '1700000000123'},
                          'payloadHash': first['payloadHash'], **source}, first)
        self.assertEqual({'txn-001': '100.50', 'txn-002': '7', 'txn-003': '0.10'}, self.amounts())
        receipt, = self.receipts()
        self.assertEqual({'transactionId': receipt['transactionId'], 'transactions': {'N': '3'},
                          'totals': {'M': {'USD': {'S': '100.60'}, 'JPY': {'S': '7'}}},
                          'payloadHash': {'S': keyed(data.encode().hex())}, **source}, receipt)
        self.assertEqual([('Processed', 3)], self.logged('code', 'stored'))

    def test_both_formats_give_the_same(self):
        self.upload(as_csv(FIRST, SECOND))
        items = {key: item['payloadHash'] for key, item in self.table.items.items() if key.startswith('txn')}
        self.setUp()
        self.upload(as_jsonl(FIRST, SECOND), 'incoming/day.jsonl')
        self.assertEqual(items, {key: item['payloadHash'] for key, item in self.table.items.items()
                                 if key.startswith('txn')})

    def test_what_programs_write(self):
        quoted = io.StringIO(newline='')
        rows = csv.writer(quoted, quoting=csv.QUOTE_ALL)
        rows.writerows([FIRST.keys(), FIRST.values()])
        for name, data, key in (
                ('lines of Windows', as_csv(FIRST, end='\r\n'), 'incoming/a.csv'),
                ('no end of line', as_csv(FIRST)[:-1], 'incoming/a.csv'),
                ('quoted', quoted.getvalue(), 'incoming/a.csv'),
                ('no end of line', as_jsonl(FIRST)[:-1], 'incoming/a.jsonl'),
                ('lines of Windows', as_jsonl(FIRST).replace('\n', '\r\n'), 'incoming/a.jsonl'),
                ('another order', as_jsonl(dict(reversed(FIRST.items()))), 'incoming/a.jsonl')):
            with self.subTest(name, key=key):
                self.setUp()
                self.upload(data, key)
                self.assertEqual({'txn-001': '100.50'}, self.amounts())

    def test_amounts_are_exact_text(self):
        for currency, amount, text in (
                ('USD', '12345678901234567.89', '12345678901234567.89'), ('USD', '0.01', '0.01'),
                ('USD', '999999999999999999.99', '999999999999999999.99'), ('USD', '1.100', '1.10'),
                ('JPY', '123456789012345678', '123456789012345678'), ('JPY', '5.0', '5'), ('KWD', '1.125', '1.125')):
            with self.subTest(currency=currency, amount=amount):
                self.setUp()
                self.upload(as_csv({**FIRST, 'currency': currency, 'amount': amount}))
                self.assertEqual({'txn-001': text}, self.amounts())

    def test_totals_are_exact(self):
        self.upload(as_csv(*({**FIRST, 'transactionId': f't-{i}', 'amount': '999999999999999999.99'} for i in range(20))))
        self.assertEqual('19999999999999999999.80', self.receipts()[0]['totals']['M']['USD']['S'])

    def test_keys_are_decoded(self):
        self.upload(as_csv(FIRST), 'incoming/dépôt du jour+1.csv', encoded='incoming/d%C3%A9p%C3%B4t+du+jour%2B1.csv')
        self.assertEqual({'S': 'incoming/dépôt du jour+1.csv'}, self.table.items['txn-001']['objectKey'])

    def test_an_event_of_two_objects(self):
        self.bucket.upload('incoming/a.csv', as_csv(FIRST), 'v1')
        self.bucket.upload('incoming/b.csv', as_csv(SECOND), 'v2')
        self.call(event(('incoming/a.csv', 'v1'), ('incoming/b.csv', 'v2')))
        self.assertEqual({'txn-001', 'txn-002'}, set(self.amounts()))
        self.assertEqual(2, len(self.receipts()))
        self.assertEqual([('v1', 'Processed'), ('v2', 'Processed')], self.logged('version', 'code'))


class RefusedTest(ProcessorTest):
    EVENTS = {
        'none': None, 'list': [], 'text': 'incoming/day.csv', 'empty': {}, 'no records': {'Records': []},
        'records of text': {'Records': 'day'}, 'null': {'Records': None}, 'null record': {'Records': [None]},
        'test event': {'Service': 'Amazon S3', 'Event': 's3:TestEvent', 'Bucket': 'uploads-test'},
        'eventbridge': {'source': 'aws.s3', 'detail': {'bucket': {'name': 'uploads-test'}}},
        'queue': {'Records': [{'eventSource': 'aws:sqs', 'body': json.dumps(event(()))}]},
        'other source': {'Records': [{**record(), 'eventSource': 'aws:sqs'}]},
        'removed': {'Records': [{**record(), 'eventName': 'ObjectRemoved:Delete'}]},
        'removed too': {'Records': [record(), {**record(), 'eventName': 'ObjectRemoved:Delete'}]},
        'name is no text': {'Records': [{**record(), 'eventName': 1}]},
        'no name': {'Records': [{'eventSource': 'aws:s3', 's3': record()['s3']}]},
        'no version': {'Records': [{**record(), 's3': {'bucket': {'name': 'b'}, 'object': {'key': 'incoming/a.csv'}}}]},
        'empty version': event(('incoming/day.csv', '')), 'version is no text': event(('incoming/day.csv', 1)),
        'empty key': event(('', 'v1')), 'key is no text': event((None, 'v1'))}

    def test_bad_events(self):
        for name, bad in self.EVENTS.items():
            with self.subTest(name):
                self.setUp()
                self.bucket.upload('incoming/day.csv', as_csv(FIRST), 'v1')
                self.fails(self.index.InvalidEvent, lambda: self.call(bad))
                self.assertEqual((['InvalidEvent'], 0, 0), (self.codes(), self.bucket.reads, self.table.calls))

    VALUES = {
        **{f'{field} {value!r:.30}': (field, value)
           for field in ('transactionId', 'customerId')
           for value in ('', ' ', '-a', 'a b', 'a\n', 'é', 'file#a', 'x' * 129, '=1+1')},
        **{f'amount {value!r:.30}': ('amount', value)
           for value in ('', ' 1', '1 ', '+1', '-1', '.5', '5.', '1e3', '01', '١', 'NaN', 'Infinity', '0', '0.00',
                         '0.001', '1.005', '1000000000000000000', '1' * 1000)},
        'cents of yen': ('amount', '1.5'),
        **{f'currency {value!r}': ('currency', value) for value in ('', 'usd', 'USDT', 'XXX', 'USD ', 'US')},
        **{f'timestamp {value!r}': ('timestamp', value)
           for value in ('', '0', '-1', '1700000000', '1.7e12', '17000000000000', '017000000000', '2023-11-14')}}

    def test_bad_values_in_both_formats(self):
        for name, (field, value) in self.VALUES.items():
            bad = {**SECOND, 'currency': 'JPY' if name == 'cents of yen' else 'USD', field: value}
            for key, data in (('incoming/a.csv', as_csv(FIRST, bad)), ('incoming/a.jsonl', as_jsonl(FIRST, bad))):
                with self.subTest(name, key=key):
                    self.setUp()
                    message = self.refuses(data, key)
                    if '\n' not in value or key.endswith('jsonl'):
                        self.assertEqual(f'Invalid {field} of transaction 2', message)

    def test_bad_csv(self):
        good = as_csv(FIRST)
        for name, data in {
                'empty': '', 'header only': HEADER + '\n', 'no header': good.split('\n', 1)[1],
                'other header': good.replace('amount', 'Amount'), 'mark of order': '\ufeff' + good,
                'other order': as_csv(FIRST).replace('transactionId,customerId', 'customerId,transactionId'),
                'blank line': good + '\n', 'too few': good + 'txn-002,cust-123\n',
                'too many': good + good.split('\n')[1].replace('001', '002') + ',x\n',
                'open quote': good + '"txn-002', 'text behind a quote': good + '"txn-002"x,cust-123,1,USD,1700000000123\n',
                'no text': b'\x00\xff' * 20, 'not UTF-8': good.replace('cust', 'c\xfc').encode('latin-1'),
                'NUL': good + '\x00', 'twice the same': as_csv(FIRST, FIRST), 'JSON': as_jsonl(FIRST)}.items():
            with self.subTest(name):
                self.setUp()
                self.refuses(data)

    def test_bad_json(self):
        whole = json.dumps(FIRST)
        for name, data in {
                'empty': '', 'blank line': whole + '\n\n', 'list': json.dumps([FIRST]), 'null': 'null', 'number': '1',
                'text': '"a"', 'pairs': json.dumps([list(pair) for pair in FIRST.items()]), 'broken': whole[:-1],
                'two in a line': whole + whole, 'deep': '[' * 3000, 'huge number': '{"amount":' + '1' * 4000 + '}',
                'no amount': json.dumps({name: value for name, value in FIRST.items() if name != 'amount'}),
                'unknown field': json.dumps({**FIRST, 'status': 'x'}),
                'field twice': whole[:-1] + ',"amount":"1"}',
                'field instead of another': json.dumps(FIRST).replace('timestamp', 'amount'),
                'float': json.dumps({**FIRST, 'amount': 100.5}), 'NaN': json.dumps({**FIRST, 'amount': float('nan')}),
                'integer': json.dumps({**FIRST, 'timestamp': 1700000000123}),
                'null field': json.dumps({**FIRST, 'customerId': None}), 'true': json.dumps({**FIRST, 'amount': True}),
                'object': json.dumps({**FIRST, 'amount': {}}), 'array': json.dumps({**FIRST, 'amount': ['1']}),
                'surrogate': json.dumps({**FIRST, 'customerId': '\ud800'}), 'twice the same': as_jsonl(FIRST, FIRST),
                'not UTF-8': whole.encode('utf-16'), 'CSV': as_csv(FIRST)}.items():
            with self.subTest(name):
                self.setUp()
                self.refuses(data, 'incoming/a.jsonl')

    def test_other_places_and_kinds_of_files(self):
        for key in ('day.csv', 'processed/day.csv', 'incoming', 'incoming/', 'incoming/day', 'incoming/day.CSV',
                    'incoming/day.xml', 'incoming/day.csv.gz', 'incoming/.csv/day'):
            with self.subTest(key):
                self.setUp()
                self.assertEqual('Invalid key', self.refuses(as_csv(FIRST), key))

    def test_a_file_of_too_many_bytes_is_not_read(self):
        data = as_csv(*({**FIRST, 'transactionId': f't-{i}'} for i in range(20)))
        self.secret.content['maximumBytes'] = len(data)
        self.upload(data)
        self.setUp()
        self.secret.content['maximumBytes'] = len(data) - 1
        self.assertEqual('Invalid size', self.refuses(data))
        self.assertEqual(0, self.bucket.reads)

    def test_a_file_of_too_many_transactions(self):
        many = [{**FIRST, 'transactionId': f't-{i}'} for i in range(21)]
        for data, key in ((as_csv(*many), 'incoming/a.csv'), (as_jsonl(*many), 'incoming/a.jsonl')):
            self.setUp()
            self.assertEqual('Invalid number of transactions', self.refuses(data[:4096], key))


class OnceTest(ProcessorTest):
    def test_the_same_event_twice(self):
        self.upload(as_csv(FIRST, SECOND))
        items = {key: dict(item) for key, item in self.table.items.items()}
        self.now += 60
        self.call(event(()), request='request-2')
        self.assertEqual(items, self.table.items)
        self.assertEqual([('Processed', 2, None), ('Processed', None, 2)], self.logged('code', 'stored', 'duplicates'))

    def test_the_same_file_twice(self):
        for version, key in (('v1', 'incoming/day.csv'), ('v2', 'incoming/day.csv'), ('v3', 'incoming/again.csv')):
            self.now += 60
            self.upload(as_csv(FIRST, SECOND), key, version)
        self.assertEqual({'txn-001', 'txn-002'}, set(self.amounts()))
        self.assertEqual({'v1'}, {item['objectVersion']['S'] for item in self.table.items.values()
                                  if 'amount' in item})
        self.assertEqual(['v1', 'v2', 'v3'], [receipt['objectVersion']['S'] for receipt in self.receipts()])

    def test_the_same_transaction_in_another_file_and_format(self):
        self.upload(as_csv(FIRST, SECOND))
        self.upload(as_jsonl({**FIRST, 'amount': '100.5'}, THIRD), 'incoming/a.jsonl', 'v2')
        self.assertEqual([(2, None), (1, 1)], self.logged('stored', 'duplicates'))

    def test_another_payload_under_the_same_id(self):
        self.upload(as_csv(FIRST))
        stored = dict(self.table.items['txn-001'])
        for field, value in (('amount', '100.51'), ('customerId', 'cust-124'), ('currency', 'EUR'),
                             ('timestamp', '1700000000124')):
            with self.subTest(field):
                changed = {**FIRST, field: value}
                error = self.fails(self.index.Conflict, lambda: self.upload(as_csv(changed, SECOND), version=field))
                self.assertEqual('1 of 2 transaction ids belong to other payloads', str(error))
        self.assertEqual(stored, self.table.items['txn-001'])
        self.assertIn('txn-002', self.table.items, 'a conflict keeps out no other transaction')
        self.assertEqual(1, len(self.receipts()), 'a file with a conflict gets no receipt')

    def test_a_retry_resumes(self):
        for fault in (service_error('ThrottlingException'), ReadTimeoutError(endpoint_url='https://dynamodb')):
            for after in (False, True):
                for place in range(4):
                    with self.subTest(place=place, after=after, fault=type(fault).__name__):
                        self.setUp()
                        self.table.faults = [None] * place + [{'error': fault, 'after': after}]
                        data = as_csv(FIRST, SECOND, THIRD)
                        self.fails(self.index.ServiceFailure, lambda: self.upload(data))
                        self.call(event(()))
                        self.assertEqual({'txn-001', 'txn-002', 'txn-003'}, set(self.amounts()))
                        self.assertEqual(1, len(self.receipts()))

    def test_a_crash_is_resumed(self):
        self.table.faults = [None, {'error': SystemExit()}]
        with self.assertRaises(SystemExit):
            self.upload(as_csv(FIRST, SECOND))
        self.assertEqual(([], {'txn-001'}), (self.receipts(), set(self.amounts())))
        self.call(event(()), request='request-2')
        self.assertEqual((1, {'txn-001', 'txn-002'}), (len(self.receipts()), set(self.amounts())))

    def test_one_bad_object_does_not_undo_the_others(self):
        self.bucket.upload('incoming/a.csv', as_csv(FIRST), 'v1')
        self.bucket.upload('incoming/b.csv', 'broken', 'v2')
        both = event(('incoming/a.csv', 'v1'), ('incoming/b.csv', 'v2'))
        self.fails(self.index.InvalidFile, lambda: self.call(both))
        self.fails(self.index.InvalidFile, lambda: self.call(both))
        self.assertEqual((1, {'txn-001'}), (len(self.receipts()), set(self.amounts())))


class ConfigurationTest(ProcessorTest):
    def test_is_read_once_in_five_minutes(self):
        self.upload(as_csv(FIRST))
        self.now += 299
        self.call(event(()))
        self.assertEqual(1, self.secret.reads)
        self.now += 1
        self.secret.content['maximumBytes'] = 1
        self.fails(self.index.InvalidFile, lambda: self.call(event(())))
        self.assertEqual(2, self.secret.reads)

    def test_is_read_again_after_a_failure(self):
        self.secret.content['objectPrefix'] = 'elsewhere/'
        self.fails(self.index.InvalidFile, lambda: self.upload(as_csv(FIRST)))
        self.secret.content['objectPrefix'] = 'incoming/'
        self.call(event(()))
        self.assertEqual((2, {'txn-001'}), (self.secret.reads, set(self.amounts())))

    def test_an_incomplete_secret_fails_and_stores_nothing(self):
        for field in tuple(self.secret.content):
            with self.subTest(field):
                self.setUp()
                del self.secret.content[field]
                self.fails(KeyError, lambda: self.upload(as_csv(FIRST)))
                self.assertEqual(0, self.table.calls)


class ServiceTest(ProcessorTest):
    def test_errors_of_the_services_are_raised_and_chained(self):
        for operation in ('GetObject', 'PutItem', 'GetSecretValue'):
            with self.subTest(operation):
                self.setUp()
                failure = service_error('InternalError', operation)
                self.bucket.fault = failure if operation == 'GetObject' else None
                self.table.faults = [{'error': failure}] if operation == 'PutItem' else []
                if operation == 'GetSecretValue':
                    self.secret.get_secret_value = mock.Mock(side_effect=failure)
                error = self.fails(self.index.ServiceFailure, lambda: self.upload(as_csv(FIRST)))
                self.assertEqual(('InternalError', failure), (str(error), error.__cause__))
                self.assertEqual(['InternalError'], self.codes())

    def test_an_object_that_is_not_there_is_a_failure(self):
        self.assertEqual('NoSuchVersion', str(self.fails(self.index.ServiceFailure, lambda: self.call(event(())))))

    def test_an_object_that_breaks_off_is_a_failure(self):
        whole = self.bucket.get_object

        def shortened(**request):
            answer = whole(**request)
            return {**answer, 'Body': StreamingBody(io.BytesIO(answer['Body'].read()[:-1]), answer['ContentLength'])}

        self.bucket.get_object = shortened
        error = self.fails(self.index.ServiceFailure, lambda: self.upload(as_csv(FIRST)))
        self.assertEqual(('IncompleteReadError', 0), (str(error), self.table.calls))

    def test_a_fault_of_the_code_is_raised_as_it_is(self):
        self.table.faults = [{'error': KeyError('secret')}]
        self.fails(KeyError, lambda: self.upload(as_csv(FIRST)))
        self.assertEqual(['KeyError'], self.codes())

    def test_clients_have_time_outs_and_retries(self):
        self.assertEqual({'dynamodb', 's3', 'secretsmanager'}, set(self.configs))
        for service, config in self.configs.items():
            with self.subTest(service):
                self.assertEqual((2, 5), (config.connect_timeout, config.read_timeout))
                self.assertEqual(('standard', 4), (config.retries['mode'], config.retries['total_max_attempts']))

    def test_logs_hold_neither_payload_nor_secret_nor_name(self):
        self.upload(as_csv(FIRST))
        self.call(event(()))
        self.fails(self.index.Conflict, lambda: self.upload(as_csv({**FIRST, 'amount': '55.55'}), version='v2'))
        self.fails(self.index.InvalidFile, lambda: self.upload(as_csv({**FIRST, 'amount': 'cust-123'}), version='v3'))
        self.table.faults = [{'error': service_error('InternalFailure')}]
        self.fails(self.index.ServiceFailure, lambda: self.upload(as_csv(THIRD), version='v4'))
        self.assertEqual(['Processed', 'Processed', 'Conflict', 'InvalidFile', 'InternalFailure'], self.codes())
        for line in self.lines:
            self.assertLessEqual(set(json.loads(line)),
                                 {'requestId', 'object', 'version', 'code', 'stored', 'duplicates'})
            for private in ('txn-00', 'cust', '100', '55.55', 'pays', 'day.csv', KEY):
                self.assertNotIn(private, line)

    def test_the_source_fits_into_a_template(self):
        self.assertLess(SOURCE.stat().st_size, 9_500)


if __name__ == '__main__':
    unittest.main()

"""The transaction processor against an in-memory table and stream; needs botocore, no network."""
import importlib.util
import json
import logging
import os
import re
import unittest
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

from botocore.exceptions import ClientError, ReadTimeoutError

SOURCE = Path(__file__).parents[3] / 'main' / 'python' / 'transaction_processor' / 'index.py'
NOW = 1_800_000_000.0
README = {'transactionId': 'txn-001', 'amount': 100.50, 'customerId': 'cust-123'}


class ConditionalCheckFailed(ClientError):
    def __init__(self, item):
        response = {'Error': {'Code': 'ConditionalCheckFailedException', 'Message': 'The conditional request failed'}}
        super().__init__(response if item is None else {**response, 'Item': item}, 'UpdateItem')


def service_error(code, operation):
    return ClientError({'Error': {'Code': code, 'Message': 'customer cust-123 pays 100.50'}}, operation)


class FakeTable:
    """Evaluates the expressions it is given, and refuses unused or missing placeholders as DynamoDB does."""

    exceptions = SimpleNamespace(ConditionalCheckFailedException=ConditionalCheckFailed)

    def __init__(self):
        self.items = {}
        self.faults = []
        self.calls = 0

    def update_item(self, **request):
        self.calls += 1
        fault = self.faults.pop(0) if self.faults else None
        if fault and not fault.get('after'):
            raise fault['error']
        self._check_placeholders(request)
        key = request['Key']['transactionId']['S']
        item = self.items.get(key)
        if not self._holds(request, item):
            wanted = request['ReturnValuesOnConditionCheckFailure'] == 'ALL_OLD'
            raise ConditionalCheckFailed(dict(item) if wanted and item else None)
        self.items[key] = self._changed(request, dict(item or {'transactionId': {'S': key}}))
        if fault:
            raise fault['error']
        return {}

    @staticmethod
    def _check_placeholders(request):
        text = request['UpdateExpression'] + ' ' + request['ConditionExpression']
        for sigil, field in (('#', 'ExpressionAttributeNames'), (':', 'ExpressionAttributeValues')):
            used = {sigil + name for name in re.findall(sigil + r'(\w+)', text)}
            assert used == set(request[field]), f'{field}: {used ^ set(request[field])}'

    @staticmethod
    def _operand(token, request, item):
        if token.startswith(':'):
            value = request['ExpressionAttributeValues'][token]
        else:
            value = (item or {}).get(request['ExpressionAttributeNames'].get(token, token))
        if value is None:
            return None
        return int(value['N']) if 'N' in value else value['S']

    def _holds(self, request, item):
        def term(match):
            left, operator, right = match.groups()
            left, right = self._operand(left, request, item), self._operand(right, request, item)
            if left is None or right is None:
                return 'False'
            return str(left == right if operator == '=' else left < right)

        text = request['ConditionExpression']
        text = re.sub(r'attribute_not_exists\((\w+)\)', lambda match: str(match[1] not in (item or {})), text)
        text = re.sub(r'([#:]?\w+) (=|<) ([#:]?\w+)', term, text)
        return eval(text.replace('AND', 'and').replace('OR', 'or'), {})

    @staticmethod
    def _changed(request, item):
        assignments, _, removals = request['UpdateExpression'].removeprefix('SET ').partition(' REMOVE ')
        for assignment in re.split(r', (?=[#\w]+ = )', assignments):
            target, value = assignment.split(' = ')
            name = request['ExpressionAttributeNames'].get(target, target)
            default = re.fullmatch(r'if_not_exists\((\w+), (:\w+)\)', value)
            if default and default[1] in item:
                continue
            item[name] = request['ExpressionAttributeValues'][default[2] if default else value]
        for name in filter(None, removals.split(', ')):
            item.pop(name, None)
        return item


class FakeStream:
    def __init__(self):
        self.records = []
        self.faults = []
        self.before_put = lambda: None

    def put_record(self, **request):
        self.before_put()
        if self.faults:
            raise self.faults.pop(0)
        self.records.append(request)
        return {'ShardId': 'shardId-000000000000', 'SequenceNumber': str(len(self.records))}


class ProcessorTest(unittest.TestCase):
    def setUp(self):
        self.table, self.stream, self.lines = FakeTable(), FakeStream(), []
        self.configs = {}
        environment = {'DYNAMODB_TABLE_NAME': 'transactions-test', 'KINESIS_STREAM_NAME': 'transaction-stream-test'}

        def client(service, config=None):
            self.configs[service] = config
            return {'dynamodb': self.table, 'kinesis': self.stream}[service]

        spec = importlib.util.spec_from_file_location('transaction_processor_index', SOURCE)
        self.index = importlib.util.module_from_spec(spec)
        with mock.patch.dict(os.environ, environment), mock.patch('boto3.client', client):
            spec.loader.exec_module(self.index)
        sink = logging.Handler()
        sink.emit = lambda record: self.lines.append(record.getMessage())
        self.index.LOG.handlers = [sink]
        self.clock = mock.patch.object(self.index.time, 'time', lambda: self.now)
        self.now = NOW
        self.clock.start()
        self.addCleanup(self.clock.stop)

    def call(self, event, request='request-1', remaining=60_000):
        context = SimpleNamespace(aws_request_id=request, get_remaining_time_in_millis=lambda: remaining)
        return self.index.handler(event, context)

    def duplicate(self, event, **how):
        answer = self.call(event, **how)
        self.assertEqual(200, answer['statusCode'])
        return json.loads(answer['body'])['duplicate']

    def fails(self, error, event, **how):
        with self.assertRaises(error) as caught:
            self.call(event, **how)
        return caught.exception

    def codes(self):
        return [json.loads(line)['code'] for line in self.lines]


class AcceptedTest(ProcessorTest):
    def test_the_payload_of_the_readme(self):
        answer = self.call(README)
        self.assertEqual(200, answer['statusCode'])
        self.assertEqual({'message': 'Transaction processed successfully', 'transactionId': 'txn-001',
                          'duplicate': False}, json.loads(answer['body']))
        item = self.table.items['txn-001']
        self.assertEqual({'transactionId': {'S': 'txn-001'}, 'amount': {'S': '100.50'}, 'currency': {'S': 'USD'},
                          'customerId': {'S': 'cust-123'}, 'status': {'S': 'PUBLISHED'},
                          'receivedAt': {'N': '1800000000000'}, 'sequenceNumber': {'S': '1'},
                          'payloadHash': item['payloadHash']}, item)
        record = self.stream.records[0]
        self.assertEqual('transaction-stream-test', record['StreamName'])
        self.assertEqual(self.index.sha256('txn-001'), record['PartitionKey'])
        self.assertEqual({'transactionId': 'txn-001', 'amount': '100.50', 'currency': 'USD', 'customerId': 'cust-123',
                          'payloadHash': item['payloadHash']['S']}, json.loads(record['Data']))

    def test_amounts_are_exact_text(self):
        for currency, amount, text in (
                ('USD', '12345678901234567.89', '12345678901234567.89'), ('USD', '0.01', '0.01'),
                ('USD', '999999999999999999.99', '999999999999999999.99'), ('USD', 999999999999999999,
                                                                           '999999999999999999.00'),
                ('USD', 7, '7.00'), ('USD', 0.1, '0.10'), ('USD', '1.100', '1.10'), ('EUR', 9999999999999.99,
                                                                                    '9999999999999.99'),
                ('JPY', 500, '500'), ('JPY', 500.0, '500'), ('JPY', '123456789012345678', '123456789012345678'),
                ('KWD', '1.125', '1.125'), ('KWD', 1.125, '1.125')):
            with self.subTest(currency=currency, amount=amount):
                self.setUp()
                self.call({**README, 'amount': amount, 'currency': currency})
                self.assertEqual({'S': text}, self.table.items['txn-001']['amount'])
                self.assertEqual(text, json.loads(self.stream.records[0]['Data'])['amount'])

    def test_every_parsed_cent_amount_of_fifteen_digits_is_exact(self):
        for cents in (1, 29, 57, 115, 10 ** 14 + 1, 123456789012345, 999999999999999):
            text = f'{cents // 100}.{cents % 100:02d}'
            with self.subTest(text=text):
                self.setUp()
                self.call({**README, 'amount': json.loads(text)})
                self.assertEqual({'S': text}, self.table.items['txn-001']['amount'])

    def test_the_clients_timestamp_is_kept_beside_the_time_of_receipt(self):
        self.call({**README, 'timestamp': 1_700_000_000_123})
        item = self.table.items['txn-001']
        self.assertEqual({'N': '1700000000123'}, item['timestamp'])
        self.assertEqual({'N': '1800000000000'}, item['receivedAt'])
        self.assertEqual(1_700_000_000_123, json.loads(self.stream.records[0]['Data'])['timestamp'])


def without(field):
    return {name: value for name, value in README.items() if name != field}


class RefusedTest(ProcessorTest):
    EVENTS = {
        'none': None, 'list': [README], 'text': 'txn-001', 'number': 1, 'empty': {},
        'kinesis batch': {'Records': [{'eventSource': 'aws:kinesis', 'kinesis': {'data': 'e30='}}]},
        'sqs batch': {'Records': [{'eventSource': 'aws:sqs', 'body': json.dumps(README)}]},
        'api proxy': {'httpMethod': 'POST', 'body': json.dumps(README)},
        'unknown field': {**README, 'status': 'PUBLISHED'},
        'no id': without('transactionId'), 'no amount': without('amount'), 'no customer': without('customerId'),
        **{f'{field} {value!r:.40}': {**README, field: value}
           for field in ('transactionId', 'customerId')
           for value in ('', ' ', '-a', 'a b', 'a\n', 'é', 'x' * 129, 1, None, True, [], {})},
        **{f'amount {type(value).__name__} {value!r:.40}': {**README, 'amount': value}
           for value in (None, True, False, [], {}, '', ' 1', '1 ', '+1', '-1', '.5', '5.', '1e3', '01', '1,000', '١',
                         'NaN', 'Infinity', '0', '0.00', '0.001', '1.005', '1000000000000000000', '1' * 5000,
                         '1.' + '0' * 5000, 0, -1, 10 ** 18, 10 ** 4000, 0.0, -0.5, 0.001, 1e-9, 1e300,
                         float('nan'), float('inf'), float('-inf'),
                         12345678901234567.89, 12345678901234.56, 1e15)},
        'cents of yen': {**README, 'amount': '1.5', 'currency': 'JPY'},
        'tenths of fils': {**README, 'amount': '1.0005', 'currency': 'KWD'},
        **{f'currency {value!r}': {**README, 'currency': value}
           for value in (None, '', 'usd', 'USDT', 'XXX', 840, True, ['USD'], {})},
        **{f'timestamp {value!r}': {**README, 'timestamp': value}
           for value in (None, '1700000000000', 1700000000, 0, -1, True, 1.7e12, 10 ** 13, [])},
    }

    def test_bad_events(self):
        for name, event in self.EVENTS.items():
            with self.subTest(name):
                self.lines.clear()
                self.fails(self.index.InvalidTransaction, event)
                self.assertEqual(['InvalidTransaction'], self.codes())
                self.assertEqual((0, []), (self.table.calls, self.stream.records))

    def test_the_message_names_the_field_only(self):
        error = self.fails(self.index.InvalidTransaction, {**README, 'amount': '-987.65'})
        self.assertEqual('Invalid amount', str(error))


class OnceTest(ProcessorTest):
    def test_a_duplicate_is_answered_and_not_published_again(self):
        self.assertFalse(self.duplicate(README))
        stored = dict(self.table.items['txn-001'])
        self.now += 1
        self.assertTrue(self.duplicate(README, request='request-2'))
        self.assertTrue(self.duplicate({**README, 'amount': '100.5', 'currency': 'USD'}, request='request-3'))
        self.assertEqual(1, len(self.stream.records))
        self.assertEqual(stored, self.table.items['txn-001'])
        self.assertEqual(['Published', 'Duplicate', 'Duplicate'], self.codes())

    def test_another_payload_under_the_same_id_is_a_conflict(self):
        self.call(README)
        stored = dict(self.table.items['txn-001'])
        for change in ({'amount': '100.51'}, {'customerId': 'cust-124'}, {'currency': 'EUR'},
                       {'timestamp': 1_700_000_000_000}):
            with self.subTest(change):
                self.fails(self.index.Conflict, {**README, **change}, request='request-2')
        self.assertEqual(stored, self.table.items['txn-001'])
        self.assertEqual(1, len(self.stream.records))

    def test_a_conflict_is_seen_before_the_first_payload_is_published(self):
        self.stream.before_put = lambda: self._concurrently(self.index.Conflict, {**README, 'amount': '5'})
        self.assertFalse(self.duplicate(README))

    def test_a_concurrent_call_has_to_wait(self):
        self.stream.before_put = lambda: self._concurrently(self.index.InProgress, README)
        self.assertFalse(self.duplicate(README))
        self.assertEqual(1, len(self.stream.records))

    def _concurrently(self, error, event):
        self.stream.before_put = lambda: None
        self.fails(error, event, request='request-2')

    def test_a_failed_publication_is_resumed_by_the_next_call(self):
        self.stream.faults = [service_error('ProvisionedThroughputExceededException', 'PutRecord')]
        self.fails(self.index.ServiceFailure, README)
        self.assertEqual({'S': 'RECEIVED'}, self.table.items['txn-001']['status'])
        self.now += 1
        self.assertFalse(self.duplicate(README, request='request-2'))
        self.assertEqual(1, len(self.stream.records))
        self.assertEqual({'S': 'PUBLISHED'}, self.table.items['txn-001']['status'])
        self.assertEqual({'N': '1800000000000'}, self.table.items['txn-001']['receivedAt'])

    def test_a_dead_invocation_is_resumed_when_its_lease_ends(self):
        self._die_before_publishing()
        self.now += 30
        self.fails(self.index.InProgress, README, request='request-2')
        self.now += 31
        self.assertFalse(self.duplicate(README, request='request-2'))
        self.assertEqual(1, len(self.stream.records))

    def test_lambdas_own_retry_does_not_wait_for_its_lease(self):
        self._die_before_publishing()
        self.assertFalse(self.duplicate(README))
        self.assertEqual(1, len(self.stream.records))

    def test_a_dead_invocation_keeps_its_id(self):
        self._die_before_publishing()
        self.now += 61
        self.fails(self.index.Conflict, {**README, 'amount': '1'}, request='request-2')

    def _die_before_publishing(self):
        self.stream.faults = [SystemExit()]
        with self.assertRaises(SystemExit):
            self.call(README)
        self.assertIn('leaseUntil', self.table.items['txn-001'])

    def test_a_crash_after_publishing_repeats_a_record_that_consumers_can_drop(self):
        self.table.faults = [None, {'error': SystemExit()}]
        with self.assertRaises(SystemExit):
            self.call(README)
        self.now += 61
        self.assertFalse(self.duplicate(README, request='request-2'))
        first, second = (json.loads(record['Data']) for record in self.stream.records)
        self.assertEqual(first, second)
        self.assertIn('payloadHash', first)

    def test_a_lost_answer_to_the_claim_is_no_duplicate(self):
        self.table.faults = [{'error': ReadTimeoutError(endpoint_url='https://dynamodb'), 'after': True}]
        self.fails(self.index.ServiceFailure, README)
        self.assertFalse(self.duplicate(README))
        self.assertEqual(1, len(self.stream.records))

    def test_a_lost_answer_to_the_mark_is_a_duplicate_later(self):
        self.table.faults = [None, {'error': ReadTimeoutError(endpoint_url='https://dynamodb'), 'after': True}]
        self.fails(self.index.ServiceFailure, README)
        self.assertTrue(self.duplicate(README))
        self.assertEqual(1, len(self.stream.records))

    def test_whoever_lost_the_lease_does_not_mark(self):
        def expire_and_take_over():
            self.stream.before_put = lambda: None
            self.now += 61
            self.stream.faults = [SystemExit()]
            with self.assertRaises(SystemExit):
                self.call(README, request='request-2')

        self.stream.before_put = expire_and_take_over
        self.fails(self.index.InProgress, README)
        self.assertEqual({'S': 'request-2'}, self.table.items['txn-001']['leaseOwner'])
        self.assertEqual({'S': 'RECEIVED'}, self.table.items['txn-001']['status'])


class ServiceTest(ProcessorTest):
    def test_errors_of_the_services_are_raised_and_chained(self):
        throttled = service_error('ThrottlingException', 'UpdateItem')
        for place in ('claim', 'stream', 'mark'):
            with self.subTest(place):
                self.setUp()
                self.table.faults = {'claim': [{'error': throttled}], 'stream': [],
                                     'mark': [None, {'error': throttled}]}[place]
                self.stream.faults = [throttled] if place == 'stream' else []
                error = self.fails(self.index.ServiceFailure, README)
                self.assertIs(throttled, error.__cause__)
                self.assertEqual('ThrottlingException', str(error))
                self.assertEqual(['ThrottlingException'], self.codes())

    def test_time_outs_are_raised(self):
        self.stream.faults = [ReadTimeoutError(endpoint_url='https://kinesis')]
        self.assertEqual('ReadTimeoutError', str(self.fails(self.index.ServiceFailure, README)))

    def test_a_fault_of_the_code_is_raised_as_it_is(self):
        self.stream.faults = [KeyError('secret')]
        self.fails(KeyError, README)
        self.assertEqual(['KeyError'], self.codes())

    def test_clients_have_time_outs_and_retries(self):
        self.assertEqual({'dynamodb', 'kinesis'}, set(self.configs))
        for service, config in self.configs.items():
            with self.subTest(service):
                self.assertEqual((2, 5), (config.connect_timeout, config.read_timeout))
                self.assertEqual('standard', config.retries['mode'])
                self.assertEqual(4, config.retries['total_max_attempts'])

    def test_logs_hold_neither_payload_nor_customer(self):
        self.call(README)
        self.call(README, request='request-2')
        self.fails(self.index.Conflict, {**README, 'amount': 55.55})
        self.fails(self.index.InvalidTransaction, {**README, 'amount': 'cust-123'})
        self.stream.faults = [service_error('InternalFailure', 'PutRecord')]
        self.fails(self.index.ServiceFailure, {**README, 'transactionId': 'txn-002'})
        self.assertEqual(5, len(self.lines))
        for line in self.lines:
            self.assertLessEqual(set(json.loads(line)), {'requestId', 'transaction', 'code'})
            for private in ('txn-00', 'cust', '100', '55.55', 'pays'):
                self.assertNotIn(private, line)

    def test_the_source_fits_into_a_template(self):
        self.assertLess(SOURCE.stat().st_size, 7_000)


if __name__ == '__main__':
    unittest.main()

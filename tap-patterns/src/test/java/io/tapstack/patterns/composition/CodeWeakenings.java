package io.tapstack.patterns.composition;

import io.tapstack.model.template.Resource;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Value;
import java.util.List;
import java.util.function.Predicate;

/** Functions whose code loses or shows data, and functions that nobody invokes or hears of. */
final class CodeWeakenings {

    private static final String FUNCTION = "AWS::Lambda::Function";
    private static final Predicate<Resource> INLINE = Parts.says("Code.ZipFile", "def ");

    private CodeWeakenings() {}

    static void add(List<Weakening> all) {
        all.add(more("makes an amount a float", "BinaryAmount", "convert = lambda event: float(event['amount'])"));
        all.add(more("makes a client without timeouts", "ClientWithoutTimeout", "client = boto3.client('s3')"));
        all.add(more("makes an id of the clock", "ClockMadeId", "key = f'txn-{int(time.time())}'"));
        all.add(more("shows the text of an error", "LeakedErrorText", "show = lambda e: print(str(e))"));
        all.add(more(
                "partitions by customer",
                "PersonalPartitionKey",
                "send = lambda stream, customer: stream.put_record(PartitionKey=customer)"));
        all.add(
                other(
                        "swallows every error",
                        "SwallowedError",
                        "def handler(event, context):\n    try:\n        return work(event)\n    except Exception:\n        return None\n"));
        all.add(other(
                "takes any event",
                "DefaultedInput",
                "def handler(event, context):\n    return event.get('amount', 0)\n"));
        all.add(other(
                "puts without a condition",
                "UnconditionalPut",
                "def handler(event, context):\n    TABLE.put_item(Item=event)\n"));
        all.add(other(
                "writes twice",
                "DualWrite",
                "def handler(event, context):\n    TABLE.update_item(Key=event)\n    STREAM.put_record(Data=event)\n"));
        all.add(Weakening.of(
                        FUNCTION + " has a variable that nobody reads",
                        "UnreadEnvironment",
                        FUNCTION,
                        function -> Edits.set(function, "Environment.Variables.NEVER_READ", Value.of("x")))
                .where(INLINE));
        all.add(Weakening.set("UnboundedFunction", "AWS::Lambda::EventInvokeConfig", "DestinationConfig", null)
                .spokenOf(FUNCTION));
        all.add(Weakening.gone("UnboundedFunction", "AWS::Lambda::EventInvokeConfig")
                .spokenOf(FUNCTION));
        all.add(Weakening.beside(
                "a function that nobody invokes", "UninvokedFunction", FUNCTION, CodeWeakenings::alone));
    }

    private static Weakening more(String name, String rule, String line) {
        return Weakening.of(
                        FUNCTION + " " + name,
                        rule,
                        FUNCTION,
                        function -> Edits.set(function, "Code.ZipFile", Value.of(code(function) + "\n" + line + "\n")))
                .where(INLINE);
    }

    private static Weakening other(String name, String rule, String code) {
        return Weakening.of(
                        FUNCTION + " " + name,
                        rule,
                        FUNCTION,
                        function -> Edits.set(function, "Code.ZipFile", Value.of(code)))
                .where(INLINE);
    }

    private static String code(Resource function) {
        return Edits.find(function.properties(), "Code.ZipFile") instanceof Literal<?> literal ? literal.text() : "";
    }

    private static Resource alone(Resource function) {
        return Edits.set(Edits.set(function, "FunctionName", null), "ReservedConcurrentExecutions", Value.of(1));
    }
}

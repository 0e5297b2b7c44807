package io.tapstack.patterns.rule.lambda;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.patterns.rule.Node;
import java.util.regex.Pattern;

/** The code makes a client of AWS with the default timeouts of a minute, mostly longer than the function may run. */
public final class ClientWithoutTimeout extends InlineCode {

    private static final Pattern CLIENT = Pattern.compile("boto3\\.(client|resource)\\((?![^)]*config)[^)]*\\)");

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public String title() {
        return "Clients have timeouts of their own";
    }

    @Override
    void check(Element element, Node code, String text, FindingSink sink) {
        if (CLIENT.matcher(text).find()) {
            sink.report(
                    code.place(),
                    "The code of " + element.name()
                            + " makes a client without a configuration, so it waits a minute for an answer.",
                    "Pass config=Config(connect_timeout=…, read_timeout=…, retries=…).");
        }
    }
}

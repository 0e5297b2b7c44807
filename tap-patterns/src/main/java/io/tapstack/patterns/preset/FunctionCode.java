package io.tapstack.patterns.preset;

import io.tapstack.model.aws.lambda.function.Code;
import io.tapstack.model.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Where the code of a function comes from: the template itself, or an archive in a bucket.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-function-code.html">Code</a>
 */
public abstract sealed class FunctionCode permits InlineCode, ArchivedCode {

    FunctionCode() {}

    /**
     * Source code in the template, as the one file {@code index}. Lambda takes it for Python and Node.js only, and it cannot be
     * signed.
     *
     * @param source the text of the file, at most 4 MiB in UTF-8
     * @throws IllegalArgumentException if it is blank or longer
     */
    public static FunctionCode inline(String source) {
        return new InlineCode(source);
    }

    /**
     * Source code in the template that is kept in a file on the class path.
     *
     * @param near the class in whose package the file is, unless its name starts with a slash
     * @param name the name of the file, such as {@code handler.py}; UTF-8
     * @throws IllegalArgumentException if there is no such file, or if {@link #inline} would not take it
     */
    public static FunctionCode resource(Class<?> near, String name) {
        try (InputStream in = near.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("name: there is no resource " + name + " near " + near.getName());
            }
            return inline(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An archive in a bucket that whoever creates the stack may read. The version is demanded, since without it a new archive under
     * the same key would change nothing, and the function would run whatever is there when it happens to be created again.
     */
    public static FunctionCode archive(Value<String> bucket, Value<String> key, Value<String> version) {
        return new ArchivedCode(bucket, key, version);
    }

    /** As it stands in the template. */
    abstract Code property();

    /**
     * Looks at the options of the function that runs it.
     *
     * @throws IllegalStateException if Lambda would refuse the two together
     */
    abstract void check(PrivateLambda function);
}

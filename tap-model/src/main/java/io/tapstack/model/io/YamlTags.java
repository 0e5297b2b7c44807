package io.tapstack.model.io;

import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.UnknownFunction;
import io.tapstack.model.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The short forms of functions, and when they may be used.
 *
 * <p>CloudFormation does not read one short form directly behind another ({@code !GetAZs !Ref X}), has none for what needs
 * {@code AWS::LanguageExtensions}, and does not document any for the functions of rules. An object as argument is ambiguous for some
 * readers, and what is behind a tag is always text, never a number. The long form is right in all of these cases.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">Intrinsic
 *     functions</a>
 */
final class YamlTags {

    private YamlTags() {}

    /** The tag of a function if its short form may be used, else null. */
    static @Nullable String shortForm(Intrinsic<?> function) {
        if (function instanceof UnknownFunction) {
            return null;
        }
        if (function instanceof GetAtt<?> getAtt) {
            boolean dotted = getAtt.target().name().indexOf('.') >= 0;
            return !dotted && getAtt.attribute() instanceof Literal<?> name && name.isString() ? "!GetAtt" : null;
        }
        Value<?> argument = function.argument();
        if (argument instanceof Literal<?> literal ? literal.isString() : argument instanceof ListValue) {
            return tag(function.functionName());
        }
        return null;
    }

    private static @Nullable String tag(String functionName) {
        return switch (functionName) {
            case "Ref" -> "!Ref";
            case "Condition" -> "!Condition";
            case "Fn::And" -> "!And";
            case "Fn::Base64" -> "!Base64";
            case "Fn::Cidr" -> "!Cidr";
            case "Fn::Equals" -> "!Equals";
            case "Fn::FindInMap" -> "!FindInMap";
            case "Fn::GetAZs" -> "!GetAZs";
            case "Fn::If" -> "!If";
            case "Fn::ImportValue" -> "!ImportValue";
            case "Fn::Join" -> "!Join";
            case "Fn::Not" -> "!Not";
            case "Fn::Or" -> "!Or";
            case "Fn::Select" -> "!Select";
            case "Fn::Split" -> "!Split";
            case "Fn::Sub" -> "!Sub";
            default -> null;
        };
    }
}

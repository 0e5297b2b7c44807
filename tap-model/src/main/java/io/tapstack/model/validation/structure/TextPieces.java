package io.tapstack.model.validation.structure;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.validation.TemplateContext;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of the texts that names stand for, kept for the length of a validation. */
final class TextPieces {

    private final TemplateContext context;
    private final Map<String, TextPiece> known = new HashMap<>();

    private TextPieces(TemplateContext context) {
        this.context = context;
    }

    static TextPieces of(TemplateContext context) {
        TextPieces kept = context.kept(TextPieces.class);
        return kept == null ? context.keep(TextPieces.class, new TextPieces(context)) : kept;
    }

    /** What is known of a parameter or pseudo parameter; null if nothing is, or if it is neither. */
    @Nullable
    TextPiece of(String name) {
        TextPiece piece = known.get(name);
        if (piece == null) {
            piece = make(name);
            if (piece != null) {
                known.put(name, piece);
            }
        }
        return piece;
    }

    private @Nullable TextPiece make(String name) {
        if (name.startsWith("AWS::")) {
            return TextPiece.pseudo(name);
        }
        Parameter parameter = context.parameter(name);
        return parameter == null || parameter.isList()
                ? null
                : TextPiece.parameter(name, new ParameterText(parameter, ParameterConstraints.of(context, parameter)));
    }
}

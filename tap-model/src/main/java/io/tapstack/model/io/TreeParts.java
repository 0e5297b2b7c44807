package io.tapstack.model.io;

import io.tapstack.model.value.Literal;

/** What the readers of both formats fill while they read one file. */
final class TreeParts {

    final SourceMap map = new SourceMap();
    final NodeCounter counter;
    final ReaderFindings findings;
    private boolean conditions;

    TreeParts(ReaderLimits limits, ReaderFindings findings) {
        this.counter = new NodeCounter(limits);
        this.findings = findings;
    }

    /** The section of this name begins. */
    void section(String name) {
        conditions = name.equals("Conditions") || name.equals("Rules");
    }

    /** Whether {@code Condition} is a function in this section, and not just a name. */
    boolean inConditions() {
        return conditions;
    }

    /** A key stands in its object for the second time. */
    void duplicate(int object, String name, int line, int column) {
        if (findings.isFull()) {
            return;
        }
        int first = map.firstSoFar(object, name);
        findings.add(
                ReaderRules.DUPLICATE_KEY,
                line,
                column,
                map.path().isEmpty() ? SourceMap.escape(name) : map.path() + "/" + SourceMap.escape(name),
                "The key " + Excerpt.of(name) + " stands here for the second time; the first is in line "
                        + map.line(first) + ", column " + map.column(first) + ". Only the last counts.",
                "Remove one of the two, or rename it.");
    }

    /** The value that has just begun is {@code null}. */
    Literal<?> nothing(int line, int column) {
        if (!findings.isFull()) {
            findings.add(
                    ReaderRules.NULL_VALUE,
                    line,
                    column,
                    map.path(),
                    "There is no value here, or null, which CloudFormation refuses.",
                    "Write a value, or remove the key. An empty text is \"\"; AWS::NoValue takes a property away.");
        }
        return Literal.ofNull();
    }
}

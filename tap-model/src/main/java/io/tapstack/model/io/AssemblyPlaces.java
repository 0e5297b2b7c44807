package io.tapstack.model.io;

import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Value;
import org.jspecify.annotations.Nullable;

/** Where the entries of a template stand, for whoever assembles it. */
final class AssemblyPlaces {

    private final String file;
    private final SourceMap map;
    private final ReaderFindings findings;
    private int section;
    private int last;

    AssemblyPlaces(String file, SourceMap map, ReaderFindings findings) {
        this.file = file;
        this.map = map;
        this.findings = findings;
    }

    /** The entries of a section are asked for now, nearly always in their order. */
    void enter(String name) {
        section = map.find(SourceMap.escape(name));
        last = section;
    }

    /** Where an entry of the section stands. */
    SourceLocation next(String name) {
        last = map.childAfter(section, last, name);
        return SourceLocation.of(file, map.line(last), map.column(last));
    }

    /** Reports a part of the template that does not have the form that it should, unless it is null and reported for that. */
    void wrong(String path, @Nullable Value<?> value, String message, String remedy) {
        if (value instanceof Literal<?> literal && literal.isNull()) {
            return;
        }
        int node = map.find(path);
        findings.add(ReaderRules.SHAPE, map.line(node), map.column(node), path, message, remedy);
    }
}

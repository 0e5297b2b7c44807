package io.tapstack.patterns.doc;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What the source file of a preset says: its options with their defaults, and what it hands out. */
final class PresetSource {

    /** An option, an access or another method, with the first sentence of its comment. */
    record Line(String name, String type, String value, String comment) {}

    private static final Set<String> HANDED_OUT = Set.of("Access", "Connection", "EventSource");

    private final List<Line> options = new ArrayList<>();
    private final List<Line> accesses = new ArrayList<>();
    private String summary = "";

    private PresetSource() {}

    static PresetSource read(Path file) {
        PresetSource source = new PresetSource();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task =
                    (JavacTask) compiler.getTask(null, files, null, List.of(), null, files.getJavaFileObjects(file));
            for (CompilationUnitTree unit : task.parse()) {
                source.collect(unit, DocTrees.instance(task));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return source;
    }

    private void collect(CompilationUnitTree unit, DocTrees docs) {
        ClassTree type = (ClassTree) unit.getTypeDecls().get(0);
        summary = comment(unit, docs, type);
        for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method && isPublic(method)) {
                collect(method, comment(unit, docs, method));
            }
        }
    }

    private void collect(MethodTree method, String comment) {
        String name = method.getName().toString();
        String type = String.valueOf(method.getReturnType());
        boolean inherited = isAnnotated(method, "Override");
        if (HANDED_OUT.contains(type)) {
            accesses.add(new Line(name + parameters(method), type, "", comment));
        } else if (!inherited && isAnnotated(method, "Default")) {
            options.add(new Line(name, type, returned(method), comment));
        } else if (!inherited && method.getModifiers().getFlags().contains(Modifier.ABSTRACT)) {
            options.add(new Line(name, type, valueIfUnset(type), comment));
        }
    }

    private static String parameters(MethodTree method) {
        List<String> names = new ArrayList<>();
        method.getParameters()
                .forEach(parameter -> names.add(parameter.getName().toString()));
        return '(' + String.join(", ", names) + ')';
    }

    private static boolean isPublic(MethodTree method) {
        return method.getModifiers().getFlags().contains(Modifier.PUBLIC)
                && !method.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    private static boolean isAnnotated(MethodTree method, String name) {
        for (AnnotationTree annotation : method.getModifiers().getAnnotations()) {
            if (annotation.getAnnotationType().toString().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static String returned(MethodTree method) {
        List<? extends StatementTree> statements = method.getBody().getStatements();
        return statements.size() == 1 && statements.get(0) instanceof ReturnTree answer
                ? '`' + String.valueOf(answer.getExpression()) + '`'
                : "derived";
    }

    private static String valueIfUnset(String type) {
        if (type.startsWith("Optional")) {
            return "none";
        }
        return type.startsWith("List<") || type.startsWith("Map<") ? "empty" : "required";
    }

    private static String comment(CompilationUnitTree unit, DocTrees docs, Tree tree) {
        String comment = docs.getDocComment(TreePath.getPath(unit, tree));
        return comment == null ? "" : firstSentence(comment);
    }

    /** The first sentence in one line, with code in the way of Markdown. */
    private static String firstSentence(String comment) {
        String text = comment.split("\n\\s*(@|<p>)", 2)[0]
                .replaceAll("\\{@(?:code|link|linkplain) ([^}]*)}", "`$1`")
                .replaceAll("<[^>]+>", "")
                .replaceAll("\\s+", " ")
                .strip();
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    String summary() {
        return summary;
    }

    List<Line> options() {
        return options;
    }

    List<Line> accesses() {
        return accesses;
    }
}

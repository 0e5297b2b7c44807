package io.tapstack.model.facts;

import java.util.Locale;
import java.util.Set;

/**
 * Which Java class stands for which CloudFormation type, by name alone: {@code AWS::DynamoDB::Table} is
 * {@code io.tapstack.model.aws.dynamodb.Table}, its property type {@code SSESpecification} is
 * {@code io.tapstack.model.aws.dynamodb.table.SSESpecification}.
 *
 * <p>Packages are lower case, and a Java keyword among them gets an underscore: {@code AWS::Panorama::Package} has its property
 * types in {@code io.tapstack.model.aws.panorama.package_}. Classes keep AWS's spelling, but always start in upper case; a
 * {@code Builder}, which each class has already, gets an underscore too. Should two types differ in case only, the generator
 * numbers the later one ({@code Table2}); among resource types that has never happened, and a test watches.
 */
public final class JavaNames {

    private static final String ROOT = "io.tapstack.model.";
    private static final String SEPARATOR = "::";
    private static final String BUILDER = "Builder";

    /** All words that can't be a package: keywords and the three literals. */
    private static final Set<String> RESERVED_WORDS =
            Set.of(("_ abstract assert boolean break byte case catch char class const continue default do "
                            + "double else enum extends false final finally float for goto if implements import "
                            + "instanceof int interface long native new null package private protected public return "
                            + "short static strictfp super switch synchronized this throw throws transient true try "
                            + "void volatile while")
                    .split(" "));

    private JavaNames() {}

    /**
     * The package of a resource type's service: {@code io.tapstack.model.aws.dynamodb}.
     *
     * @throws IllegalArgumentException if the name doesn't have three parts
     */
    public static String servicePackage(String typeName) {
        String[] parts = parts(typeName);
        return ROOT + packageName(parts[0]) + '.' + packageName(parts[1]);
    }

    /**
     * The simple name of a resource type's class: {@code Table}.
     *
     * @throws IllegalArgumentException if the name doesn't have three parts
     */
    public static String resourceClass(String typeName) {
        return className(parts(typeName)[2]);
    }

    /**
     * The package of a resource type's property types: {@code io.tapstack.model.aws.dynamodb.table}.
     *
     * @throws IllegalArgumentException if the name doesn't have three parts
     */
    public static String propertyPackage(String typeName) {
        return servicePackage(typeName) + '.' + packageName(parts(typeName)[2]);
    }

    /** The simple name of a property type's class: its own, starting in upper case. */
    public static String className(String type) {
        String name = identifier(type);
        String upper = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return upper.equals(BUILDER) ? BUILDER + '_' : upper;
    }

    /** The last part of a package: lower case, no keyword. */
    public static String packageName(String part) {
        String name = identifier(part.toLowerCase(Locale.ROOT));
        return isReserved(name) ? name + '_' : name;
    }

    /** Whether a word is a keyword or literal of Java, so that nothing can be named so. */
    public static boolean isReserved(String word) {
        return RESERVED_WORDS.contains(word);
    }

    private static String identifier(String name) {
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ((c < 128 && Character.isLetterOrDigit(c)) || c == '_') {
                out.append(c);
            }
        }
        if (out.length() == 0) {
            throw new IllegalArgumentException("'" + name + "' holds no letter");
        }
        return Character.isDigit(out.charAt(0)) ? out.insert(0, '_').toString() : out.toString();
    }

    private static String[] parts(String typeName) {
        String[] parts = typeName.split(SEPARATOR, -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("typeName: '" + typeName + "' does not have three parts");
        }
        return parts;
    }
}

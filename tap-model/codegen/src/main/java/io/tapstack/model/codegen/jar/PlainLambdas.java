package io.tapstack.model.codegen.jar;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Turns each lambda and method reference into a class of its own.
 *
 * <p>What javac leaves to the JVM, spinning a class for each lambda when it is first met, takes about half a millisecond for each of
 * them at every start. A class that lies in the jar is read, and that is all. What the code does stays the same, but that a lambda
 * which captures nothing is a new object each time.
 */
final class PlainLambdas {

    private static final String CLASS = ".class";

    private PlainLambdas() {}

    static boolean isClass(String file) {
        return file.endsWith(CLASS);
    }

    /** The name of the class in a file. */
    static String className(String file) {
        return file.substring(0, file.length() - CLASS.length()).replace('/', '.');
    }

    /** The classes below a folder that change, and those that are new, by their files. */
    static Map<String, byte[]> rewrite(Map<String, byte[]> files, String folder) {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        Map<String, Set<String>> nests = new TreeMap<>();
        files.forEach((name, bytes) -> {
            if (name.startsWith(folder) && isClass(name)) {
                LambdaSites sites = LambdaSites.rewrite(bytes);
                if (!sites.lambdas().isEmpty()) {
                    classes.put(name, sites.rewritten());
                    sites.lambdas().forEach((lambda, written) -> {
                        if (files.containsKey(lambda + CLASS)) {
                            throw new IllegalStateException("files: there is a class " + lambda + " already");
                        }
                        classes.put(lambda + CLASS, written);
                    });
                    nests.computeIfAbsent(sites.nestHost(), host -> new TreeSet<>())
                            .addAll(sites.lambdas().keySet());
                }
            }
        });
        nests.forEach((host, members) -> {
            String name = host + CLASS;
            byte[] known = classes.containsKey(name) ? classes.get(name) : files.get(name);
            if (known == null) {
                throw new IllegalStateException("files: " + name + " is missing, to whose nest lambdas belong");
            }
            classes.put(name, NestMembers.add(known, members));
        });
        return classes;
    }
}

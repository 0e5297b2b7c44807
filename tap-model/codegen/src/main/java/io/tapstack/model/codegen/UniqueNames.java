package io.tapstack.model.codegen;

import io.tapstack.model.facts.JavaNames;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives out names of one scope, each once, in the order in which they are asked for. */
final class UniqueNames {

    private final Set<String> taken = new HashSet<>();
    private final boolean ignoreCase;

    private UniqueNames(boolean ignoreCase) {
        this.ignoreCase = ignoreCase;
    }

    /** Names of methods and constants; those given are taken already. */
    static UniqueNames of(Set<String> taken) {
        UniqueNames names = new UniqueNames(false);
        names.taken.addAll(taken);
        return names;
    }

    /** Names of classes: also unique where file names know no difference between upper and lower case. */
    static UniqueNames ofFiles(String... taken) {
        UniqueNames names = new UniqueNames(true);
        for (String name : taken) {
            names.taken.add(names.key(name));
        }
        return names;
    }

    /** The name itself if it is free and no keyword, else the name with the suffix, else with the suffix and 2, 3, … */
    String claim(String wanted, String suffix) {
        String name = wanted;
        for (int number = 1; JavaNames.isReserved(name) || !taken.add(key(name)); number++) {
            name = wanted + suffix + (number == 1 ? "" : number);
        }
        return name;
    }

    /** The name itself if it is free, else the name with the separator and 2, 3, … */
    String claimNumbered(String wanted, String separator) {
        String name = wanted;
        for (int number = 2; !taken.add(key(name)); number++) {
            name = wanted + separator + number;
        }
        return name;
    }

    private String key(String name) {
        return ignoreCase ? name.toLowerCase(Locale.ROOT) : name;
    }
}

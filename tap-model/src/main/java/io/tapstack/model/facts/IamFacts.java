package io.tapstack.model.facts;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The services of IAM, each read when it is first asked for. */
public final class IamFacts {

    private static final String FOLDER = "iam/";

    private final FactsFiles files;
    private final List<String> prefixes;
    private final Set<String> known;
    private final ConcurrentMap<String, IamService> loaded = new ConcurrentHashMap<>();

    private IamFacts(FactsFiles files) {
        this.files = files;
        this.prefixes = files.index(FOLDER + "index");
        this.known = new HashSet<>(prefixes);
    }

    /** The facts that came with this library. */
    public static IamFacts bundled() {
        return Bundled.FACTS;
    }

    /**
     * The facts of a folder laid out as {@code tap-model/src/facts}.
     *
     * @throws FactsFormatException if its index is missing or malformed
     */
    public static IamFacts from(Path factsDir) {
        return new IamFacts(FactsFiles.in(factsDir));
    }

    /** The prefixes of all services, sorted, for example {@code dynamodb}. */
    public List<String> servicePrefixes() {
        return prefixes;
    }

    /**
     * The service of an action's prefix; case doesn't matter. Empty if it is unknown.
     *
     * @throws FactsFormatException if the service's file is malformed
     */
    public Optional<IamService> service(String prefix) {
        String key = prefix.toLowerCase(Locale.ROOT);
        if (!known.contains(key)) {
            return Optional.empty();
        }
        IamService service = loaded.get(key);
        if (service == null) {
            IamService read = load(key);
            IamService earlier = loaded.putIfAbsent(key, read);
            service = earlier == null ? read : earlier;
        }
        return Optional.of(service);
    }

    /** The action of a name with its prefix, such as {@code dynamodb:GetItem}; case doesn't matter. */
    public Optional<IamAction> action(String qualifiedName) {
        int colon = qualifiedName.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        Optional<IamService> service = service(qualifiedName.substring(0, colon));
        return service.isPresent() ? service.get().action(qualifiedName.substring(colon + 1)) : Optional.empty();
    }

    private IamService load(String prefix) {
        String file = FOLDER.concat(prefix).concat(".facts");
        IamService service = IamFactsParser.parse(file, files.read(file));
        if (!service.prefix().equals(prefix)) {
            throw new FactsFormatException(file, 1, "holds " + service.prefix() + ", expected " + prefix);
        }
        return service;
    }

    private static final class Bundled {
        static final IamFacts FACTS = new IamFacts(FactsFiles.bundled());
    }
}

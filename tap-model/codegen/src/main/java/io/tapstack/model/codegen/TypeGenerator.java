package io.tapstack.model.codegen;

import io.tapstack.model.facts.CloudFormationFacts;
import io.tapstack.model.facts.JavaNames;
import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.facts.TypeFacts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Goes through the facts, service by service, and writes what belongs to each. */
final class TypeGenerator {

    private final CloudFormationFacts facts;

    TypeGenerator(CloudFormationFacts facts) {
        this.facts = facts;
    }

    void generate(OutputFolder output) throws IOException {
        for (List<String> service : services()) {
            List<ResourcePlan> plans = plans(service);
            output.write(PackageWriter.packageInfo(service.get(0)));
            for (ResourcePlan plan : plans) {
                output.write(new ResourceWriter(plan).write());
                for (TypeFacts type : plan.facts().types()) {
                    output.write(new PropertyTypeWriter(plan, type).write());
                }
            }
        }
    }

    /** The types in groups that share a package; each sorted, so that a number given to one of two like names is stable. */
    private Iterable<List<String>> services() {
        TreeMap<String, List<String>> services = new TreeMap<>();
        for (String typeName : facts.typeNames()) {
            services.computeIfAbsent(JavaNames.servicePackage(typeName), name -> new ArrayList<>())
                    .add(typeName);
        }
        services.values().forEach(service -> service.sort(Comparator.naturalOrder()));
        return services.values();
    }

    private List<ResourcePlan> plans(List<String> service) {
        List<String> names = classNames(service);
        List<ResourcePlan> plans = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            ResourceFacts resource = facts.resource(service.get(i)).orElseThrow();
            plans.add(new ResourcePlan(resource, names.get(i), names));
        }
        return plans;
    }

    /** The simple names of the classes of a service's types: as the rule says, and numbered if only their case differs. */
    static List<String> classNames(List<String> service) {
        UniqueNames classNames = UniqueNames.ofFiles();
        List<String> names = new ArrayList<>();
        service.forEach(typeName -> names.add(classNames.claimNumbered(JavaNames.resourceClass(typeName), "")));
        return names;
    }
}

package io.tapstack.model.io;

import io.tapstack.model.facts.JavaNames;
import io.tapstack.model.template.Resource;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Gives resources their generated classes: a resource of type {@code AWS::DynamoDB::Table} becomes a {@code Table}.
 *
 * <p>The class follows from the name of the type; {@link JavaNames} says how. A type that has none stays as it is. Safe to share
 * between threads.
 */
final class ResourceClasses {

    private static final MethodHandle NONE = MethodHandles.identity(Resource.class);

    private final ConcurrentMap<String, MethodHandle> views = new ConcurrentHashMap<>();

    /** The resource as an object of its generated class, if there is one. */
    Resource typed(Resource resource) {
        String type = resource.resourceType();
        MethodHandle view = views.get(type);
        if (view == null) {
            view = find(type);
            if (view != NONE) {
                views.put(type, view);
            }
        }
        try {
            return view == NONE ? resource : (Resource) view.invokeExact(resource);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the generated class of " + type + " can't be used", e);
        }
    }

    private static MethodHandle find(String type) {
        if (!hasThreeParts(type)) {
            return NONE;
        }
        try {
            String name = JavaNames.servicePackage(type) + '.' + JavaNames.resourceClass(type);
            Class<?> generated = Class.forName(name, false, ResourceClasses.class.getClassLoader());
            if (!Resource.class.isAssignableFrom(generated)
                    || !type.equals(generated.getField("TYPE").get(null))) {
                return NONE;
            }
            return MethodHandles.publicLookup()
                    .findStatic(generated, "from", MethodType.methodType(generated, Resource.class))
                    .asType(MethodType.methodType(Resource.class, Resource.class));
        } catch (ClassNotFoundException | NoSuchFieldException | NoClassDefFoundError | IllegalArgumentException e) {
            return NONE;
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalStateException("the generated class of " + type + " has no method from", e);
        }
    }

    /** Whether the name may be that of a type that has a class: letters and digits in three parts. */
    private static boolean hasThreeParts(String type) {
        int separators = 0;
        for (int i = 0; i < type.length(); i++) {
            char c = type.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (c == ':' && i > 0 && i + 2 < type.length() && type.charAt(i + 1) == ':') {
                separators++;
                i++;
            } else if (!plain) {
                return false;
            }
        }
        return separators == 2;
    }
}

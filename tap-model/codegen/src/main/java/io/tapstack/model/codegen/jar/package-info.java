/**
 * Makes a jar start faster: turns the lambdas of its classes into classes, once and for all, which the JVM would otherwise make at
 * every start, and does not pack classes.
 *
 * <p>{@link io.tapstack.model.codegen.jar.QuickJar} is the entrance. {@code JarContent} reads and writes the jar, {@code PlainLambdas}
 * rewrites its classes: {@code LambdaSites} finds the lambdas of one, {@code LambdaClass} writes the class of each, {@code NestMembers}
 * names them in the class that they belong to. A jar with a class that the JVM does not take is never written.
 *
 * <p>Build time only; may use ASM, nothing of tap.
 */
@NullMarked
package io.tapstack.model.codegen.jar;

import org.jspecify.annotations.NullMarked;

/**
 * Reports of findings: as text for people, and as JSON, SARIF 2.1.0 and JUnit XML for programs; and of what an update of
 * a stack does, as text and JSON. The same findings give the same bytes.
 *
 * <p>Whatever stands in a template is somebody else's text: reports show it so that it can neither steer a terminal nor break the
 * format. Knows no command line and reads no file but the rules' pages, which are resources.
 */
@NullMarked
package io.tapstack.reference.report;

import org.jspecify.annotations.NullMarked;

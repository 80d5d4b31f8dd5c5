/**
 * What a person gets of a run: {@link org.repframework.report.Report} writes {@code report.html}, {@code tables/*.csv}
 * and {@code figures/*.svg} into the run's folder. Depends on the engine's model of plans and runs and on the artifacts
 * of the SPI; nothing depends on it but the application.
 */
package org.repframework.report;

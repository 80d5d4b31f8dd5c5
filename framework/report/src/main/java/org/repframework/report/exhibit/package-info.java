/**
 * From what a script shows to figures, tables and facts: {@link org.repframework.report.exhibit.ExhibitRenderer} picks
 * the class for an artifact's type, each of which adds to a {@link org.repframework.report.exhibit.Rendition}. The only
 * package that knows both artifacts and pictures.
 */
package org.repframework.report.exhibit;

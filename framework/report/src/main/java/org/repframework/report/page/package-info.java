/**
 * The report's page: {@link org.repframework.report.page.PageBuilder} says in words and rows what a run was and gave,
 * {@link org.repframework.report.page.Templates} turns that into HTML. The templates lie in {@code src/main/jte}, one a
 * section, and hold no logic.
 */
package org.repframework.report.page;

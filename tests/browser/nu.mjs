// What the Nu HTML Checker says of pages; all of them in one run, for Java starts slowly.

import { execFile } from "node:child_process";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** A long list of messages about every page. */
const MOST_BYTES = 64 * 1024 * 1024;
/** The checker knows neither `img-src data:` nor every hash. The browser itself judges a page's policy, in `console`. */
const LEFT_TO_THE_BROWSER = ".*violates Content Security Policy.*";

/** Errors and warnings as `page: line:column message`. */
export async function judgedByNu(java, jar, folder, pages) {
  const files = pages.map((page) => join(folder, page));
  const flags = ["--exit-zero-always", "--stdout", "--format", "json", "--filterpattern", LEFT_TO_THE_BROWSER];
  const { stdout } = await promisify(execFile)(java, ["-jar", jar, ...flags, ...files], { maxBuffer: MOST_BYTES });
  return JSON.parse(stdout).messages.map((said) => {
    const page = relative(folder, fileURLToPath(said.url)).split(sep).join("/");
    return `${page}: ${said.lastLine}:${said.lastColumn} ${said.subType ?? said.type}: ${said.message}`;
  });
}

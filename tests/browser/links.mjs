// Which links of the pages lead nowhere: to a file that is not there, to an anchor that its page does not have, out of the output
// folder, or to the network.

import { stat } from "node:fs/promises";
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** Schemes that open something of the reader's own. */
const OWN = ["data:", "mailto:", "tel:"];

/** What is wrong with a link, or nothing. `anchors` knows the ids of every page. */
async function fault(folder, target, anchors) {
  const address = URL.canParse(target.address) ? new URL(target.address) : null;
  if (address === null) return "is no address";
  if (OWN.includes(address.protocol)) return null;
  if (address.protocol !== "file:") return "leads out of the folder";
  const anchor = decodeURIComponent(address.hash.slice(1));
  const path = fileURLToPath(new URL(address.pathname, address));
  const below = relative(folder, path).split(sep).join("/");
  if (below.startsWith("..")) return "leads out of the folder";
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return "leads to no file";
  if (anchor !== "" && !anchors.get(below)?.has(anchor)) return "leads to no anchor";
  return null;
}

/** Every broken link as `page: link what is wrong`. */
export async function brokenLinks(folder, targets, anchors) {
  const faults = await Promise.all(
    targets.map(async (target) => {
      const what = await fault(folder, target, anchors);
      return what && `${target.page}: ${target.said} ${what}`;
    }),
  );
  return [...new Set(faults.filter(Boolean))];
}

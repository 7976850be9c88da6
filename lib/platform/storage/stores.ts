import "server-only";
import { storageSettings } from "../env/env";
import { databaseStore } from "./database-store";
import { diskStore } from "./disk-store";
import { s3Store } from "./s3-store";
import type { BlobStore } from "./store";

/** The store that new files go to. */
export function currentStoreName(): string {
  return storageSettings().store;
}

/** A store by the name that was kept with a file: what was stored before the settings changed is still found. */
export function storeNamed(name: string): BlobStore {
  const { folder, s3 } = storageSettings();
  if (name === "disk" && folder) return diskStore(folder);
  if (name === "s3" && s3) return s3Store(s3);
  if (name === "database") return databaseStore;
  throw new Error(`files were kept in the store "${name}", which the settings no longer name`);
}

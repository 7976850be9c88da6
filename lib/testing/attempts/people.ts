import { createTokenSchema } from "@/lib/domain/tokens/schema";
import { createToken, revokeToken } from "@/lib/domain/tokens/service";
import { createUserSchema, updateUserSchema } from "@/lib/domain/users/schema";
import {
  changePassword,
  createUser,
  signOutEverywhere,
  suspendUser,
  updateUser,
} from "@/lib/domain/users/service";
import { createSetupLink, sendSetupLink } from "@/lib/domain/users/service-links";
import { hashPassword } from "@/lib/platform/auth/password";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { system, unique } from "../factories";
import type { Attempts } from "./types";

const password = "a password of tests";
const token = createTokenSchema.parse({ name: "bi", role: "MANAGER" });
const person = () => ({ name: "Somebody", email: `${unique("somebody")}@test.example`, role: "VIEWER" });
const newUser = () => createUser(system, createUserSchema.parse(person()));

/** The services of users and tokens. */
export const peopleAttempts: Attempts = {
  createUser: {
    verb: "users.create",
    prepare: async () => (viewer) => createUser(viewer, createUserSchema.parse(person())),
  },
  updateUser: {
    verb: "users.update",
    prepare: async () => {
      const { id, version } = await newUser();
      return (viewer) => updateUser(viewer, updateUserSchema.parse({ id, version, ...person() }));
    },
  },
  createSetupLink: {
    verb: "users.sendLink",
    prepare: async () => {
      const { id } = await newUser();
      return (viewer) => createSetupLink(viewer, { id });
    },
  },
  sendSetupLink: {
    verb: "users.sendLink",
    prepare: async () => {
      const { id } = await newUser();
      return (viewer) => sendSetupLink(viewer, { id });
    },
  },
  suspendUser: {
    verb: "users.suspend",
    prepare: async () => {
      const { id } = await newUser();
      return (viewer) => suspendUser(viewer, { id, suspended: true });
    },
  },
  changePassword: {
    verb: "users.changePassword",
    prepare: async (by) => {
      const passwordHash = await hashPassword(password);
      await openChangeSet(system, { verb: "users.update" }, (tx) =>
        tx.user.update({ where: { id: by.userId ?? "" }, data: { passwordHash }, select: { id: true } }),
      );
      return (viewer) => changePassword(viewer, { current: password, password: `${password}, changed` });
    },
  },
  signOutEverywhere: {
    verb: "users.signOutEverywhere",
    prepare: async () => (viewer) => signOutEverywhere(viewer),
  },
  createToken: {
    verb: "tokens.create",
    prepare: async () => (viewer) => createToken(viewer, token),
  },
  revokeToken: {
    verb: "tokens.revoke",
    prepare: async () => {
      const { id } = await createToken(system, token);
      return (viewer) => revokeToken(viewer, { id });
    },
  },
};

/** The store inside its folder. */
export const dataFile = "firestore.db";

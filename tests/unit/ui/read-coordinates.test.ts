import { expect, test } from "vitest";
import { readCoordinates } from "@/components/interactive/read-coordinates";

test.each([
  ["52.52, 13.40", 52.52, 13.4],
  ["-33.86;151.2", -33.86, 151.2],
  ["geo:38.7223,-9.1393?z=12", 38.7223, -9.1393],
  [
    "https://www.google.com/maps/place/X/@38.7,-9.1,15z/data=!3m1!4b1!4m6!3m5!8m2!3d38.7223!4d-9.1393",
    38.7223,
    -9.1393,
  ],
  ["https://maps.apple.com/?ll=38.7223%2C-9.1393&q=Lisbon", 38.7223, -9.1393],
  ["https://www.openstreetmap.org/#map=17/38.7223/-9.1393", 38.7223, -9.1393],
])("reads the place of %s", (text, latitude, longitude) => {
  expect(readCoordinates(text)).toEqual({ latitude, longitude });
});

test.each(["", "Lisbon", "95, 13", "12", "https://maps.app.goo.gl/abc"])("finds none in %j", (text) => {
  expect(readCoordinates(text)).toBeNull();
});

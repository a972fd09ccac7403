import { buildSchema } from 'graphql'

/** A schema with an enum and an input object, whose names are to be guessed. */
export const schema = buildSchema(/* GraphQL */ `
  enum Colour {
    RED
    GREEN
  }
  input Painting {
    colour: Colour
  }
  type Query {
    hello(name: String): String
    paint(colour: Colour, all: [Colour!], in: Painting): String
  }
`)

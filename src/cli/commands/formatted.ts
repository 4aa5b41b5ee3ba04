import { type Command, Option } from 'commander'

/** Gives a command the formats that a command has beside the plain text of a screen. */
export const formatted = (command: Command): Command =>
  command
    .option('--full', 'print all of the answer, and not one screen of it')
    .option('--json', 'print data instead of text')
    .addOption(new Option('--blocks', 'print the message that Slack would get').conflicts('json'))

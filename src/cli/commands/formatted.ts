import { type Command, Option } from 'commander'

/** Gives a command the two formats that a command has beside plain text. */
export const formatted = (command: Command): Command =>
  command
    .option('--json', 'print data instead of text')
    .addOption(new Option('--blocks', 'print the message that Slack would get').conflicts('json'))

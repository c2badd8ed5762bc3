CREATE TABLE `journal_seal` (
	`ordinal` integer PRIMARY KEY NOT NULL,
	`up_to` integer NOT NULL,
	`lines` integer NOT NULL,
	`hash` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `ledger_entry_at` ON `ledger_entry` (`at`);
CREATE TABLE `household_claim` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`roll_entry_id` text NOT NULL,
	`claimant` text NOT NULL,
	`reason` text NOT NULL,
	`raised_by` text,
	`raised_at` integer NOT NULL,
	`outcome` text,
	`ground` text,
	`settled_by` text,
	`settled_at` integer,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`roll_entry_id`) REFERENCES `roll_entry`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `household_claim_round` ON `household_claim` (`round_id`);--> statement-breakpoint
CREATE INDEX `household_claim_entry` ON `household_claim` (`roll_entry_id`);--> statement-breakpoint
CREATE TABLE `round_body` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`bloc` text NOT NULL,
	`party_id` text NOT NULL,
	`choices` text,
	`abstained` text,
	`cast_by` text,
	`cast_at` integer,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `round_body_once` ON `round_body` (`round_id`,`party_id`);--> statement-breakpoint
CREATE INDEX `round_body_party` ON `round_body` (`party_id`);--> statement-breakpoint
CREATE TABLE `round_version` (
	`round_id` text NOT NULL,
	`version` integer NOT NULL,
	`manifest` text NOT NULL,
	`seal_hash` text NOT NULL,
	`sealed_at` integer NOT NULL,
	`unsealed_at` integer NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`round_id`, `version`),
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `roll_entry` ADD `representative` text;--> statement-breakpoint
ALTER TABLE `roll_entry` ADD `nonlocal` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `roll_entry` ADD `lived_months` integer;--> statement-breakpoint
ALTER TABLE `round` ADD `level` text DEFAULT 'L1' NOT NULL;--> statement-breakpoint
ALTER TABLE `round` ADD `ballot_kind` text DEFAULT 'approval' NOT NULL;--> statement-breakpoint
ALTER TABLE `round` ADD `rule` text DEFAULT 'greedy_threshold' NOT NULL;--> statement-breakpoint
ALTER TABLE `round` ADD `utility` text DEFAULT 'cost' NOT NULL;--> statement-breakpoint
ALTER TABLE `round` ADD `completion` text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE `round` ADD `add_step` integer;--> statement-breakpoint
ALTER TABLE `round` ADD `points_total` integer;--> statement-breakpoint
ALTER TABLE `round` ADD `points_each` integer;--> statement-breakpoint
ALTER TABLE `round` ADD `tie_order` text DEFAULT 'cost_votes_id' NOT NULL;--> statement-breakpoint
ALTER TABLE `round` ADD `lot_seed` text;--> statement-breakpoint
ALTER TABLE `round` ADD `lot_at` integer;--> statement-breakpoint
ALTER TABLE `round` ADD `min_age` integer DEFAULT 18 NOT NULL;--> statement-breakpoint
ALTER TABLE `round` ADD `residence` text DEFAULT 'registered_or_living' NOT NULL;--> statement-breakpoint
ALTER TABLE `round` ADD `residence_months` integer DEFAULT 12 NOT NULL;--> statement-breakpoint
ALTER TABLE `round` ADD `blocs` text;--> statement-breakpoint
ALTER TABLE `round` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `round` ADD `rerun_of` text;--> statement-breakpoint
ALTER TABLE `round` ADD `manifest` text;
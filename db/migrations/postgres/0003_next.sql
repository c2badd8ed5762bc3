CREATE TABLE "sign_in_try" (
	"id" text PRIMARY KEY NOT NULL,
	"login_hash" text NOT NULL,
	"address" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "sign_in_try_at" ON "sign_in_try" USING btree ("at");--> statement-breakpoint
CREATE INDEX "sign_in_try_login" ON "sign_in_try" USING btree ("login_hash","at");